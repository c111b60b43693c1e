using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Exhaustive;

/// <summary>What is compared: two dialects, with one factor, over a range of accumulators.</summary>
/// <param name="Pair">The dialects.</param>
/// <param name="Scale">The factor; its multiplier is not negative and its shift -31 to 30.</param>
/// <param name="Range">The accumulators.</param>
/// <param name="Clamp">What follows the requantization; null compares the bare int32 results.</param>
public sealed record RequantizationQuestion(DialectPair Pair, QuantizedMultiplier Scale, AccumulatorRange Range, OutputClamp? Clamp = null)
{
    /// <summary>Whether a kernel may use the factor, and the range has accumulators.</summary>
    internal bool IsValid =>
        Scale is { Multiplier: >= 0, Shift: >= -31 and <= QuantizedMultiplier.MaximumShift } && Range.First <= Range.Last
            && (Clamp is not { } clamp || clamp.Minimum <= clamp.Maximum);
}
