using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary>Accumulators with one factor each.</summary>
internal static class RequantizeInputs
{
    public static (long[] Accumulators, QuantizedMultiplier[] Scales) Read(VectorCase vectorCase, int highestShift)
    {
        long[] x = vectorCase.Tensor("x").ReadIntegers();
        long[] multipliers = vectorCase.Tensor("multiplier").ReadIntegers();
        long[] shifts = vectorCase.Tensor("shift").ReadIntegers();
        if (multipliers.Length != x.Length || shifts.Length != x.Length)
            throw vectorCase.Error($"has {x.Length} accumulators, {multipliers.Length} multipliers and {shifts.Length} shifts");
        if (shifts.Any(shift => shift < -31 || shift > highestShift))
            throw vectorCase.Error($"has a shift outside -31 to {highestShift}");
        return (x, [.. multipliers.Zip(shifts, (multiplier, shift) => new QuantizedMultiplier((int)multiplier, (int)shift))]);
    }
}
