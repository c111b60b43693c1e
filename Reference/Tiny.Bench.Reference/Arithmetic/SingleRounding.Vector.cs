using System.Numerics;
using static Tiny.Bench.Reference.Arithmetic.FixedPoint;

namespace Tiny.Bench.Reference.Arithmetic;

/// <content>The vector form.</content>
public readonly partial struct SingleRounding : IVectorRounding
{
    static Vector<int> IVectorRounding.Requantize(Vector<int> x, QuantizedMultiplier scale)
    {
        int totalShift = 31 - scale.Shift;
        (Vector<long> lower, Vector<long> upper) = WideProduct(x, scale.Multiplier);
        return Vector.Narrow(RoundingShiftRight(lower, totalShift), RoundingShiftRight(upper, totalShift));
    }
}
