using System.Numerics;
using static Tiny.Bench.Reference.Arithmetic.FixedPoint;

namespace Tiny.Bench.Reference.Arithmetic;

/// <content>The vector form.</content>
public readonly partial struct DoubleRounding : IVectorRounding
{
    static Vector<int> IVectorRounding.Requantize(Vector<int> x, QuantizedMultiplier scale)
    {
        int left = Math.Max(scale.Shift, 0);
        int right = Math.Max(-scale.Shift, 0);
        return RoundingDivideByPowerOfTwo(RoundingDoublingHighMul(x << left, scale.Multiplier), right);
    }
}
