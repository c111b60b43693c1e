namespace Tiny.Bench.Boards.Energy.Checking;

/// <summary>A window's energy, published and summed up from its trace.</summary>
public sealed record WindowComparison
{
    /// <summary>The number that the runner gave it; where no report is, its place from 0.</summary>
    public required int Number { get; init; }

    /// <summary>As published; null without a report.</summary>
    public double? PublishedMicrojoules { get; init; }

    /// <summary>The sum of its samples; null when the trace does not hold the window.</summary>
    public double? RecomputedMicrojoules { get; init; }

    /// <summary>Energy of one sample at each edge, and half of the last printed digit.</summary>
    public double AllowedMicrojoules { get; init; }

    /// <summary>Inferences in it; null when nothing says it.</summary>
    public long? Inferences { get; init; }

    /// <summary>Length by the meter's clock; null when the trace does not hold the window.</summary>
    public double? Seconds { get; init; }

    /// <summary>Why it cannot be compared; null when it can.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether the sum is within one sample at each edge of what was published.</summary>
    public bool Agrees => Math.Abs((RecomputedMicrojoules - PublishedMicrojoules) ?? double.NaN) <= AllowedMicrojoules;

    /// <summary>Recomputed microjoules per inference; null when either is not known.</summary>
    public double? RecomputedPerInference => Inferences > 0 ? RecomputedMicrojoules / Inferences : null;
}
