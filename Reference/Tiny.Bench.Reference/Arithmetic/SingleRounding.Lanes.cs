using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static Tiny.Bench.Reference.Arithmetic.ChannelLanes;
using static Tiny.Bench.Reference.Arithmetic.LaneWords;

namespace Tiny.Bench.Reference.Arithmetic;

/// <content>The form with a factor for each lane.</content>
public readonly partial struct SingleRounding : ILaneRounding
{
    private const int EvenHalf = FirstOfRounding, OddHalf = EvenHalf + 1, EvenShift = EvenHalf + 2, OddShift = EvenHalf + 3;

    static void ILaneRounding.Pack(QuantizedMultiplier factor, int lane, Span<int> rows)
    {
        int totalShift = 31 - factor.Shift;
        SetWide(rows, EvenHalf - FirstOfRounding, lane, 1L << (totalShift - 1));
        SetWide(rows, EvenShift - FirstOfRounding, lane, totalShift);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<int> ILaneRounding.Requantize(Vector512<int> x, ref int block)
    {
        (Vector512<long> even, Vector512<long> odd) = Product(x, ref block);
        return Interleave(
            Avx512F.ShiftRightArithmeticVariable(even + Row512(ref block, EvenHalf).AsInt64(), Row512(ref block, EvenShift).AsUInt64()),
            Avx512F.ShiftRightArithmeticVariable(odd + Row512(ref block, OddHalf).AsInt64(), Row512(ref block, OddShift).AsUInt64()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<int> ILaneRounding.Requantize(Vector256<int> x, ref int block)
    {
        (Vector256<long> even, Vector256<long> odd) = Product(x, ref block);
        return Interleave(
            ShiftRight(even + Row256(ref block, EvenHalf).AsInt64(), Row256(ref block, EvenShift).AsUInt64()),
            ShiftRight(odd + Row256(ref block, OddHalf).AsInt64(), Row256(ref block, OddShift).AsUInt64()));
    }
}
