using Tiny.Bench.Core.Systems;

namespace Tiny.Bench.Results.Leaderboards;

/// <summary>Records of one task, division and kind in the order of one measure, and beside them those that may not be ranked with them.</summary>
public sealed record Leaderboard
{
    /// <summary>Task id: <c>kws01</c>.</summary>
    public required string Task { get; init; }

    /// <summary>Division: <c>closed</c> or <c>open</c>; null for runs that were not submitted.</summary>
    public required string? Division { get; init; }

    /// <summary>Where all its numbers come from. Kinds never share a ranking.</summary>
    public required RunKind Kind { get; init; }

    /// <summary>What it ranks by.</summary>
    public required Measure Measure { get; init; }

    /// <summary>Name for people, with what every row has in common: "Energy per inference (1.8 V class, LPM01A)".</summary>
    public required string Title { get; init; }

    /// <summary>Unit of every value: <c>us</c>, <c>uJ</c>, <c>mW</c>, <c>bytes</c>; <c>share</c> for a proportion from 0 to 1, <c>x</c> for a ratio.</summary>
    public required string Unit { get; init; }

    /// <summary>Whether the smallest value is the best.</summary>
    public required bool LowerIsBetter { get; init; }

    /// <summary>One row a system, best first: by rank, then value, then name of the system.</summary>
    public required IReadOnlyList<LeaderboardRow> Rows { get; init; }

    /// <summary>Records that are not ranked, by name of the system, then of the record.</summary>
    public required IReadOnlyList<LeaderboardAside> Apart { get; init; }
}
