using System.Numerics;
using static Tiny.Bench.Reference.Arithmetic.FixedPoint;

namespace Tiny.Bench.Reference.Arithmetic;

/// <content>The vector form.</content>
public readonly partial struct HalfEvenRounding : IVectorRounding
{
    static Vector<int> IVectorRounding.Requantize(Vector<int> x, QuantizedMultiplier scale)
    {
        int totalShift = 31 - scale.Shift;
        (Vector<long> lower, Vector<long> upper) = WideProduct(x, scale.Multiplier);
        return Vector.Narrow(ShiftRightToEven(lower, totalShift), ShiftRightToEven(upper, totalShift));
    }

    // One less than a half is added where the code below is even, so that a tie stays there, and a half where it is odd.
    private static Vector<long> ShiftRightToEven(Vector<long> product, int exponent)
    {
        Vector<long> odd = Vector.ShiftRightArithmetic(product, exponent) & Vector<long>.One;
        return Vector.ShiftRightArithmetic(product + odd + new Vector<long>((1L << (exponent - 1)) - 1), exponent);
    }
}
