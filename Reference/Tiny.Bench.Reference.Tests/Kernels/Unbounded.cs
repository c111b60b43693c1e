using System.Numerics;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>The spec's rescaling on integers without limit, as an oracle.</summary>
internal static class Unbounded
{
    /// <summary>Double rounding: the high product with ties up, then the power of two with ties away from zero.</summary>
    public static BigInteger Requantize(BigInteger x, QuantizedMultiplier scale)
    {
        BigInteger product = x * BigInteger.Pow(2, Math.Max(scale.Shift, 0)) * scale.Multiplier;
        BigInteger high = FloorDivide(product + BigInteger.Pow(2, 30), BigInteger.Pow(2, 31));
        BigInteger divisor = BigInteger.Pow(2, Math.Max(-scale.Shift, 0));
        return high.Sign * FloorDivide((2 * BigInteger.Abs(high)) + divisor, 2 * divisor);
    }

    /// <summary>The reduced multiplier of int64 sums: 15 bits, one rounding with ties up.</summary>
    public static BigInteger RequantizeReduced(BigInteger x, QuantizedMultiplier scale)
    {
        BigInteger reduced = BigInteger.Min(FloorDivide(scale.Multiplier + BigInteger.Pow(2, 15), BigInteger.Pow(2, 16)), 32767);
        BigInteger divisor = BigInteger.Pow(2, 15 - scale.Shift);
        return FloorDivide((2 * x * reduced) + divisor, 2 * divisor);
    }

    /// <summary>The nearest value in a range.</summary>
    public static BigInteger Clamp(BigInteger x, BigInteger minimum, BigInteger maximum) => BigInteger.Max(minimum, BigInteger.Min(maximum, x));

    /// <summary>The quotient rounded down.</summary>
    public static BigInteger FloorDivide(BigInteger a, BigInteger b)
    {
        BigInteger quotient = BigInteger.DivRem(a, b, out BigInteger remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }
}
