using System.Numerics;

namespace Tiny.Bench.Reference.Arithmetic;

/// <content>The vector form.</content>
public readonly partial struct Float32Rounding : IVectorRounding
{
    static Vector<int> IVectorRounding.Requantize(Vector<int> x, QuantizedMultiplier scale)
    {
        Vector<float> product = Vector.ConvertToSingle(x) * new Vector<float>(Factor(scale));

        // The difference is exact, and 0 from 2^23 on, where a float has no fraction: so the whole number can take another one.
        Vector<float> whole = Vector.Truncate(product);
        Vector<int> reachesHalf = Vector.GreaterThanOrEqual(Vector.Abs(product - whole), new Vector<float>(0.5f));
        Vector<float> away = Vector.CopySign(Vector<float>.One, product);
        return Vector.ConvertToInt32(Vector.ConditionalSelect(reachesHalf, whole + away, whole));
    }
}
