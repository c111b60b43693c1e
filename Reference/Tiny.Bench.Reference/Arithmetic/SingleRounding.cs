namespace Tiny.Bench.Reference.Arithmetic;

/// <summary>One rounding of the exact 64-bit product, ties towards positive infinity.</summary>
/// <remarks>Source: tflite-micro common.cc, MultiplyByQuantizedMultiplier under TFLITE_SINGLE_ROUNDING.</remarks>
public readonly partial struct SingleRounding : IRounding
{
    /// <inheritdoc/>
    public static int Requantize(int x, QuantizedMultiplier scale)
    {
        int totalShift = 31 - scale.Shift;
        return (int)((((long)x * scale.Multiplier) + (1L << (totalShift - 1))) >> totalShift);
    }
}
