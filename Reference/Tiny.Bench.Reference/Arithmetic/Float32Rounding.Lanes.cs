using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static Tiny.Bench.Reference.Arithmetic.ChannelLanes;
using static Tiny.Bench.Reference.Arithmetic.LaneWords;

namespace Tiny.Bench.Reference.Arithmetic;

/// <content>The form with a factor for each lane; a fraction is exact, as in the vector form above, and the conversion saturates.</content>
public readonly partial struct Float32Rounding : ILaneRounding
{
    private const int RealFactor = FirstOfRounding;

    static void ILaneRounding.Pack(QuantizedMultiplier factor, int lane, Span<int> rows) =>
        At(rows, RealFactor - FirstOfRounding, lane) = BitConverter.SingleToInt32Bits(Factor(factor));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<int> ILaneRounding.Requantize(Vector512<int> x, ref int block)
    {
        Vector512<float> product = Vector512.ConvertToSingle(x) * Row512(ref block, RealFactor).AsSingle();
        Vector512<float> whole = Vector512.Truncate(product);
        Vector512<float> reachesHalf = Vector512.GreaterThanOrEqual(Vector512.Abs(product - whole), Vector512.Create(0.5f));
        return Vector512.ConvertToInt32(whole + (Vector512.CopySign(Vector512<float>.One, product) & reachesHalf));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<int> ILaneRounding.Requantize(Vector256<int> x, ref int block)
    {
        Vector256<float> product = Vector256.ConvertToSingle(x) * Row256(ref block, RealFactor).AsSingle();
        Vector256<float> whole = Vector256.Truncate(product);
        Vector256<float> reachesHalf = Vector256.GreaterThanOrEqual(Vector256.Abs(product - whole), Vector256.Create(0.5f));
        return Vector256.ConvertToInt32(whole + (Vector256.CopySign(Vector256<float>.One, product) & reachesHalf));
    }
}
