using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Import;

/// <summary>What an import gave.</summary>
public sealed record ImportResult
{
    /// <summary>One record per round, division, submitter, system, task and variant, in that order.</summary>
    public required IReadOnlyList<RunRecord> Records { get; init; }

    /// <summary>What could not be read, by path and line. Never the reason of an exception.</summary>
    public required IReadOnlyList<ImportProblem> Problems { get; init; }
}
