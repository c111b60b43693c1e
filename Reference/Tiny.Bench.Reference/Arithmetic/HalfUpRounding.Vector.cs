using System.Numerics;
using static Tiny.Bench.Reference.Arithmetic.FixedPoint;

namespace Tiny.Bench.Reference.Arithmetic;

/// <content>The vector form.</content>
public readonly partial struct HalfUpRounding : IVectorRounding
{
    static Vector<int> IVectorRounding.Requantize(Vector<int> x, QuantizedMultiplier scale)
    {
        int left = Math.Max(scale.Shift, 0);
        int right = Math.Max(-scale.Shift, 0);
        (Vector<long> lower, Vector<long> upper) = WideProduct(x << left, scale.Multiplier);
        (lower, upper) = (RoundingShiftRight(lower, 31), RoundingShiftRight(upper, 31));
        if (right > 0)
            (lower, upper) = (RoundingShiftRight(lower, right), RoundingShiftRight(upper, right));
        return Vector.Narrow(lower, upper);
    }
}
