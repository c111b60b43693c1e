namespace Tiny.Bench.Reference.Arithmetic;

/// <summary>Sigmoid and tanh of int16 from one table of sigmoid(i / 24), 256 entries in Q0.16.</summary>
/// <remarks>
/// Both are symmetric, so the table serves magnitudes only; <c>tanh(x) = 2 sigmoid(2x) - 1</c>. With a left shift n the input has
/// 12 - n fraction bits: 0 reads Q3.12. Source: tflite integer_ops/logistic.h and tanh.h, the int16 forms; spec section 12a.
/// </remarks>
public static class SigmoidTable
{
    /// <summary>Entries of the table.</summary>
    public const int Length = 256;

    /// <summary>Sigmoid in Q0.15.</summary>
    /// <param name="x">Any code, with 12 - <paramref name="leftShift"/> fraction bits.</param>
    /// <param name="leftShift">-15 to 15.</param>
    /// <param name="table"><see cref="Length"/> entries.</param>
    public static short Sigmoid(short x, int leftShift, ReadOnlySpan<ushort> table)
    {
        int v = ThreeTimes(x, leftShift);
        uint magnitude = Magnitude(v);
        uint index = magnitude >> 9;
        uint result = index >= Length - 1 ? 0x7FFF << 10 : Interpolate(table, index, magnitude & 0x1FF, 9);
        return (short)((v >= 0 ? result + (1 << 9) : (1 << 25) - result + (1 << 9) - 1) >> 10);
    }

    /// <summary>Hyperbolic tangent in Q0.15.</summary>
    /// <param name="x">Any code, with 12 - <paramref name="leftShift"/> fraction bits.</param>
    /// <param name="leftShift">-15 to 15.</param>
    /// <param name="table"><see cref="Length"/> entries.</param>
    public static short Tanh(short x, int leftShift, ReadOnlySpan<ushort> table)
    {
        int v = ThreeTimes(x, leftShift);
        uint magnitude = Magnitude(v);
        uint index = magnitude >> 8;
        int result = (int)(index >= Length - 1 ? 0xFFFF << 8 : Interpolate(table, index, magnitude & 0xFF, 8));
        return (short)((v >= 0 ? result - (1 << 23) + (1 << 7) : -result + (1 << 23) + (1 << 7) - 1) >> 8);
    }

    // The table's 24 steps per unit are 3/4 of a power of two.
    private static int ThreeTimes(int x, int leftShift) =>
        leftShift >= 0 ? x * (3 << leftShift) : ((3 * x) + (1 << (-leftShift - 1))) >> -leftShift;

    private static uint Magnitude(int v) => (uint)(v < 0 ? -v : v);

    private static uint Interpolate(ReadOnlySpan<ushort> table, uint index, uint offset, int offsetBits)
    {
        int at = (int)index;
        return ((uint)table[at] << offsetBits) + (offset * (uint)(table[at + 1] - table[at]));
    }
}
