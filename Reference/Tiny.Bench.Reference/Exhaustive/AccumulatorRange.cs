namespace Tiny.Bench.Reference.Exhaustive;

/// <summary>A run of int32 accumulators, both ends included; <paramref name="Last"/> is at least <paramref name="First"/>.</summary>
public readonly record struct AccumulatorRange(int First, int Last)
{
    /// <summary>All 2^32.</summary>
    public static AccumulatorRange All { get; } = new(int.MinValue, int.MaxValue);

    /// <summary>How many.</summary>
    public long Count => (long)Last - First + 1;
}
