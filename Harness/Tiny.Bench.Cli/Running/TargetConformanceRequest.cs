using Tiny.Bench.Boards.Targets;
using Tiny.Bench.Harness.Systems;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Cli.Running;

/// <summary>What a conformance run on a board is to do.</summary>
internal sealed record TargetConformanceRequest
{
    /// <summary>The board.</summary>
    public required TargetAddress Target { get; init; }

    /// <summary>Folder of kernel vectors.</summary>
    public required string VectorFolder { get; init; }

    /// <summary>Models to run, those whose files are at hand; the first one is also held to the invariants.</summary>
    public required IReadOnlyList<HostTask> Tasks { get; init; }

    /// <summary>Inputs of each model, at least 1.</summary>
    public required int Inputs { get; init; }

    /// <summary>The rounding to judge by; null for the one that the board claims.</summary>
    public Dialect? Dialect { get; init; }

    /// <summary>Where the smallest failing cases go; null to keep none.</summary>
    public string? CutoutFolder { get; init; }
}
