using System.Numerics;

namespace Tiny.Bench.Reference.Arithmetic;

/// <summary>The fixed-point primitives that every integer kernel is built from.</summary>
/// <remarks>
/// Two's complement throughout, <c>&gt;&gt;</c> is arithmetic. Source: gemmlowp fixedpoint.h at 16e8662c and
/// tflite-micro common.cc at 90b983c2, default build (TFLITE_SINGLE_ROUNDING undefined).
/// </remarks>
public static partial class FixedPoint
{
    /// <summary>The high half of <c>2ab</c>, rounded to nearest with ties towards positive infinity.</summary>
    /// <remarks>Saturates in its one overflowing case: both operands <see cref="int.MinValue"/> give <see cref="int.MaxValue"/>.</remarks>
    public static int SaturatingRoundingDoublingHighMul(int a, int b) =>
        a == int.MinValue && b == int.MinValue ? int.MaxValue : (int)((((long)a * b) + (1L << 30)) >> 31);

    /// <summary><paramref name="x"/> divided by <c>2^exponent</c>, rounded to nearest with ties away from zero.</summary>
    /// <param name="x">Any int32.</param>
    /// <param name="exponent">0 to 31.</param>
    public static int RoundingDivideByPowerOfTwo(int x, int exponent)
    {
        int mask = (int)((1L << exponent) - 1);
        int remainder = x & mask;
        int threshold = (mask >> 1) + (x < 0 ? 1 : 0);
        return (x >> exponent) + (remainder > threshold ? 1 : 0);
    }

    /// <summary><c>x * 2^exponent</c> held inside int32.</summary>
    /// <param name="x">Any int32.</param>
    /// <param name="exponent">0 to 30.</param>
    public static int SaturatingShiftLeft(int x, int exponent) =>
        (int)Math.Clamp((long)x << exponent, int.MinValue, int.MaxValue);

    /// <summary>Rescales an int64 accumulator (int16 activations with an int64 bias), rounding once, ties towards positive infinity.</summary>
    /// <remarks>
    /// The multiplier is first reduced to 15 bits. The accumulator of a kernel stays below 2^47, so the product stays inside int64.
    /// Source: tflite-micro common.cc, MultiplyByQuantizedMultiplier(int64_t); spec section 12.
    /// </remarks>
    public static int MultiplyByReducedMultiplier(long x, QuantizedMultiplier scale)
    {
        int reduced = scale.Multiplier < 0x7FFF0000 ? (scale.Multiplier + (1 << 15)) >> 16 : 0x7FFF;
        int totalShift = 15 - scale.Shift;
        return (int)(((x * reduced) + (1L << (totalShift - 1))) >> totalShift);
    }

    /// <summary>Rescales an accumulator of either width: int32 by <typeparamref name="TRounding"/>, int64 by the reduced multiplier.</summary>
    public static int Requantize<TAccumulator, TRounding>(TAccumulator x, QuantizedMultiplier scale)
        where TAccumulator : unmanaged, IBinaryInteger<TAccumulator>
        where TRounding : struct, IRounding =>
        typeof(TAccumulator) == typeof(long)
            ? MultiplyByReducedMultiplier(long.CreateTruncating(x), scale)
            : TRounding.Requantize(int.CreateTruncating(x), scale);
}
