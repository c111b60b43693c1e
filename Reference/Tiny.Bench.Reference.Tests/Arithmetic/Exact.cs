using System.Numerics;

namespace Tiny.Bench.Reference.Arithmetic;

/// <summary>Roundings over exact integers, written from their definitions: no shifts of the code under test, no fixed widths.</summary>
internal static class Exact
{
    /// <summary>The largest integer not above <c>numerator / denominator</c>; the denominator is positive.</summary>
    public static BigInteger Floor(BigInteger numerator, BigInteger denominator)
    {
        var quotient = BigInteger.DivRem(numerator, denominator, out BigInteger remainder);
        return remainder < 0 ? quotient - 1 : quotient;
    }

    /// <summary>Nearest integer to <c>numerator / 2^bits</c>, ties towards positive infinity.</summary>
    public static BigInteger HalfUp(BigInteger numerator, int bits)
    {
        BigInteger denominator = BigInteger.Pow(2, bits);
        return Floor((2 * numerator) + denominator, 2 * denominator);
    }

    /// <summary>Nearest integer to <c>numerator / 2^bits</c>, ties away from zero.</summary>
    public static BigInteger HalfAway(BigInteger numerator, int bits) =>
        numerator < 0 ? -HalfUp(-numerator, bits) : HalfUp(numerator, bits);

    /// <summary>The spec's rescaling without limits: the high product with ties up, then the power of two with ties away from zero.</summary>
    public static BigInteger Requantize(BigInteger x, QuantizedMultiplier scale)
    {
        BigInteger high = HalfUp(x * BigInteger.Pow(2, Math.Max(scale.Shift, 0)) * scale.Multiplier, 31);
        return HalfAway(high, Math.Max(-scale.Shift, 0));
    }

    /// <summary>The spec's rescaling of int64 sums without limits: a multiplier of 15 bits, one rounding with ties up.</summary>
    public static BigInteger RequantizeReduced(BigInteger x, QuantizedMultiplier scale)
    {
        BigInteger reduced = BigInteger.Min(HalfUp(scale.Multiplier, 16), 32767);
        return HalfUp(x * reduced, 15 - scale.Shift);
    }

    /// <summary>Two's complement of 32 bits.</summary>
    public static BigInteger Wrap32(BigInteger value)
    {
        BigInteger low = value - (Floor(value, BigInteger.Pow(2, 32)) * BigInteger.Pow(2, 32));
        return low >= BigInteger.Pow(2, 31) ? low - BigInteger.Pow(2, 32) : low;
    }

    /// <summary>Nearest number with 24 significant bits, ties to the even one: binary32 without its exponent range.</summary>
    public static BigInteger To24Bits(BigInteger value)
    {
        BigInteger magnitude = BigInteger.Abs(value);
        int surplus = (int)magnitude.GetBitLength() - 24;
        if (surplus <= 0)
            return value;
        BigInteger unit = BigInteger.Pow(2, surplus);
        var kept = BigInteger.DivRem(magnitude, unit, out BigInteger rest);
        if (2 * rest > unit || (2 * rest == unit && !kept.IsEven))
            kept++;
        return value.Sign * kept * unit;
    }
}
