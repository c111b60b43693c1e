namespace Tiny.Bench.Reference.Arithmetic;

/// <summary>One rounding of the exact 64-bit product, ties to the even code.</summary>
/// <remarks>Source: Espressif's note on the ESP32-P4, as spec section 15 tells it. Left shifts lose nothing, as in <see cref="SingleRounding"/>.</remarks>
public readonly struct HalfEvenRounding : IRounding
{
    /// <inheritdoc/>
    public static int Requantize(int x, QuantizedMultiplier scale)
    {
        int totalShift = 31 - scale.Shift;
        long product = (long)x * scale.Multiplier;
        long below = product >> totalShift;
        long remainder = product - (below << totalShift);
        long half = 1L << (totalShift - 1);
        bool up = remainder > half || (remainder == half && (below & 1) != 0);
        return (int)(up ? below + 1 : below);
    }
}
