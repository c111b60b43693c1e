namespace Tiny.Bench.Reference.Exhaustive.Certificates;

/// <summary>A channel in a certificate.</summary>
public sealed record CertifiedChannel
{
    /// <summary>Index of the output channel.</summary>
    public required int Channel { get; init; }

    /// <summary>The factor's multiplier, Q0.31.</summary>
    public required int Multiplier { get; init; }

    /// <summary>The factor's shift; positive shifts left.</summary>
    public required int Shift { get; init; }

    /// <summary>Lowest accumulator that some input gives.</summary>
    public required int FirstReachable { get; init; }

    /// <summary>Highest accumulator that some input gives.</summary>
    public required int LastReachable { get; init; }

    /// <summary>Accumulators from <see cref="FirstReachable"/> to <see cref="LastReachable"/>.</summary>
    public required long Reachable { get; init; }

    /// <summary>Among them, those with different results.</summary>
    public required long Differing { get; init; }

    /// <summary>After the clamp: how many of all 2^32 accumulators differ. Left out of a certificate of bare results.</summary>
    public long? DifferingOfAll { get; init; }
}
