namespace Tiny.Bench.Reference.Vectors;

/// <summary>The verdict on one case.</summary>
public sealed record VectorResult
{
    /// <summary>The case.</summary>
    public required VectorCase Case { get; init; }

    /// <summary>Passed, failed or unsupported.</summary>
    public required VectorOutcome Outcome { get; init; }

    /// <summary>Number of elements that differ.</summary>
    public int Differences { get; init; }

    /// <summary>Flat index of the first element that differs.</summary>
    public int FirstElement { get; init; }

    /// <summary>What the case expects there.</summary>
    public long Expected { get; init; }

    /// <summary>What was computed there.</summary>
    public long Got { get; init; }

    /// <summary>Why the case is unsupported; else empty.</summary>
    public string Reason { get; init; } = "";
}
