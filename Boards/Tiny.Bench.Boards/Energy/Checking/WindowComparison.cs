using Tiny.Bench.Boards.Energy.Traces;

namespace Tiny.Bench.Boards.Energy.Checking;

/// <summary>A window's energy, published and summed up from its trace.</summary>
public sealed record WindowComparison
{
    /// <summary>The number that the runner gave it; where no report is, its place from 0.</summary>
    public required int Number { get; init; }

    /// <summary>As published; null without a report.</summary>
    public double? PublishedMicrojoules { get; init; }

    /// <summary>The sum of its samples; null when the trace does not hold the window.</summary>
    public double? RecomputedMicrojoules => Energy?.Joules * 1e6;

    /// <summary>Energy of one sample at each edge, and half of the last printed digit.</summary>
    public double AllowedMicrojoules { get; init; }

    /// <summary>Inferences in it; null when nothing says it.</summary>
    public long? Inferences { get; init; }

    /// <summary>What the trace adds up to; null when it does not hold the window.</summary>
    public WindowEnergy? Energy { get; init; }

    /// <summary>Length by the meter's clock; null when the trace does not hold the window.</summary>
    public double? Seconds => Energy?.Seconds;

    /// <summary>Why it cannot be compared; null when it can.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether the sum is within one sample at each edge of what was published.</summary>
    public bool Agrees => Math.Abs((RecomputedMicrojoules - PublishedMicrojoules) ?? double.NaN) <= AllowedMicrojoules;

    /// <summary>Recomputed microjoules per inference; null when either is not known.</summary>
    public double? RecomputedPerInference => Inferences > 0 ? RecomputedMicrojoules / Inferences : null;
}
