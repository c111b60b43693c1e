namespace Tiny.Bench.Reference.Arithmetic;

/// <summary>A rounding high multiply, then a rounding right shift; both send ties towards positive infinity.</summary>
/// <remarks>Explains the printed outputs of Andes D25 and D45 on kws01 (spec section 15).</remarks>
public readonly partial struct HalfUpRounding : IRounding
{
    /// <inheritdoc/>
    public static int Requantize(int x, QuantizedMultiplier scale)
    {
        int left = Math.Max(scale.Shift, 0);
        int right = Math.Max(-scale.Shift, 0);
        long high = (((long)(x << left) * scale.Multiplier) + (1L << 30)) >> 31;
        return (int)(right > 0 ? (high + (1L << (right - 1))) >> right : high);
    }
}
