using Tiny.Bench.Core.Systems;

namespace Tiny.Bench.Results.Records;

/// <summary>One run, with what a stranger needs to repeat it. Written once; tables and charts are drawn from it and never read back.</summary>
/// <remarks>A figure that does not apply is null, and left out of the file.</remarks>
public sealed record RunRecord
{
    /// <summary>The form that this program writes, and the only one it reads.</summary>
    public const int CurrentSchema = 1;

    /// <summary>Form of the record; raised when a member changes its meaning.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>Version of the suite's definition.</summary>
    public required string SuiteVersion { get; init; }

    /// <summary>Task id: <c>kws01</c>.</summary>
    public required string Task { get; init; }

    /// <summary>What was asked.</summary>
    public required RunMode Mode { get; init; }

    /// <summary>What it ran on: <c>host</c>, <c>serial:/dev/ttyACM0@115200</c>.</summary>
    public required string Target { get; init; }

    /// <summary>Where its numbers come from.</summary>
    public required RunKind Kind { get; init; }

    /// <summary>When the run began, in UTC.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>Version of Tiny.Bench.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>The source that Tiny.Bench was built from; null when it is not known.</summary>
    public GitState? Git { get; init; }

    /// <summary>The machine that the harness ran on.</summary>
    public required MachineDescription System { get; init; }

    /// <summary>The model file.</summary>
    public required ModelRecord Model { get; init; }

    /// <summary>The sample list.</summary>
    public required DataRecord Data { get; init; }

    /// <summary>The rounding: <c>double-rounding</c>; null when nobody knows it.</summary>
    public string? Dialect { get; init; }

    /// <summary>How well.</summary>
    public QualityRecord? Quality { get; init; }

    /// <summary>How fast.</summary>
    public PerformanceRecord? Performance { get; init; }

    /// <summary>How far from the reference dialect.</summary>
    public ComparisonRecord? Comparison { get; init; }
}
