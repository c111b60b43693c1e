using Tiny.Bench.Results.Leaderboards;

namespace Tiny.Bench.Results.Comparison;

/// <summary>One figure of two records.</summary>
public sealed record FigureComparison
{
    /// <summary>What is compared.</summary>
    public required Measure Measure { get; init; }

    /// <summary>Name for people: "Top-1 accuracy".</summary>
    public required string Title { get; init; }

    /// <summary>Unit of both values, as <see cref="Leaderboard.Unit"/> lists them.</summary>
    public required string Unit { get; init; }

    /// <summary>The first record's value; null when it has none that can be.</summary>
    public double? Before { get; init; }

    /// <summary>The second record's value; null when it has none that can be.</summary>
    public double? After { get; init; }

    /// <summary>
    /// After / before; for an accuracy after - before, as a share. Null when the figures are not comparable.
    /// </summary>
    public double? Change { get; init; }

    /// <summary>Lower end of the interval of the change; equal to it when the spread is not known.</summary>
    public double? ChangeLow { get; init; }

    /// <summary>Upper end of the interval of the change; equal to it when the spread is not known.</summary>
    public double? ChangeHigh { get; init; }

    /// <summary>How the second stands to the first.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Why they are not comparable, or what weakens the verdict, as a sentence; null when there is nothing to say.</summary>
    public string? Reason { get; init; }
}
