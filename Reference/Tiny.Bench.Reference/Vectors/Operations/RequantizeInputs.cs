using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary>Accumulators with one factor each.</summary>
internal static class RequantizeInputs
{
    /// <summary>Reads them.</summary>
    /// <param name="vectorCase">The case.</param>
    /// <param name="largest">The largest magnitude of an accumulator; its negative may be one less, as in two's complement.</param>
    /// <param name="highestShift">The largest shift to the left.</param>
    public static (long[] Accumulators, QuantizedMultiplier[] Scales) Read(VectorCase vectorCase, long largest, int highestShift)
    {
        long[] x = vectorCase.Tensor("x").ReadIntegers();
        ReadOnlySpan<int> multipliers = vectorCase.Tensor("multiplier").Read<int>(), shifts = vectorCase.Tensor("shift").Read<int>();
        if (multipliers.Length != x.Length || shifts.Length != x.Length)
            throw vectorCase.Error($"has {x.Length} accumulators, {multipliers.Length} multipliers and {shifts.Length} shifts");

        var scales = new QuantizedMultiplier[x.Length];
        for (int index = 0; index < x.Length; index++)
        {
            if (x[index] > largest || x[index] < -largest - 1)
                throw vectorCase.Error($"has the accumulator {x[index]}; expected {-largest - 1} to {largest}");
            scales[index] = vectorCase.Parameters.RequireShift($"accumulator {index}", new QuantizedMultiplier(multipliers[index], shifts[index]), highestShift);
        }

        return (x, scales);
    }
}
