using System.Numerics;

namespace Tiny.Bench.Reference.Arithmetic;

/// <content>The primitives over the lanes of a vector.</content>
public static partial class FixedPoint
{
    /// <summary>The exact 64-bit products of every lane, in two halves.</summary>
    internal static (Vector<long> Lower, Vector<long> Upper) WideProduct(Vector<int> x, int multiplier)
    {
        Vector.Widen(x, out Vector<long> lower, out Vector<long> upper);
        var factor = new Vector<long>(multiplier);
        return (lower * factor, upper * factor);
    }

    /// <summary>Adds half of <c>2^exponent</c> and shifts right: to nearest, ties towards positive infinity.</summary>
    /// <param name="x">At most 2^62 in magnitude.</param>
    /// <param name="exponent">1 to 62.</param>
    internal static Vector<long> RoundingShiftRight(Vector<long> x, int exponent) =>
        Vector.ShiftRightArithmetic(x + new Vector<long>(1L << (exponent - 1)), exponent);

    /// <summary><see cref="SaturatingRoundingDoublingHighMul(int, int)"/> by a factor that is not negative, so that nothing saturates.</summary>
    internal static Vector<int> RoundingDoublingHighMul(Vector<int> a, int b)
    {
        (Vector<long> lower, Vector<long> upper) = WideProduct(a, b);
        return Vector.Narrow(RoundingShiftRight(lower, 31), RoundingShiftRight(upper, 31));
    }

    /// <summary><see cref="RoundingDivideByPowerOfTwo(int, int)"/> of every lane.</summary>
    internal static Vector<int> RoundingDivideByPowerOfTwo(Vector<int> x, int exponent)
    {
        int mask = (int)((1L << exponent) - 1);
        Vector<int> remainder = x & new Vector<int>(mask);
        // A comparison that holds gives -1, so subtracting it adds one.
        Vector<int> threshold = new Vector<int>(mask >> 1) - Vector.LessThan(x, Vector<int>.Zero);
        return Vector.ShiftRightArithmetic(x, exponent) - Vector.GreaterThan(remainder, threshold);
    }
}
