using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static Tiny.Bench.Reference.Arithmetic.ChannelLanes;
using static Tiny.Bench.Reference.Arithmetic.LaneWords;

namespace Tiny.Bench.Reference.Arithmetic;

/// <content>The form with a factor for each lane: one less than a half is added where the code below is even, and a half where it is odd.</content>
public readonly partial struct HalfEvenRounding : ILaneRounding
{
    private const int EvenHalf = FirstOfRounding, OddHalf = EvenHalf + 1, EvenShift = EvenHalf + 2, OddShift = EvenHalf + 3;

    static void ILaneRounding.Pack(QuantizedMultiplier factor, int lane, Span<int> rows)
    {
        int totalShift = 31 - factor.Shift;
        SetWide(rows, EvenHalf - FirstOfRounding, lane, (1L << (totalShift - 1)) - 1);
        SetWide(rows, EvenShift - FirstOfRounding, lane, totalShift);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<int> ILaneRounding.Requantize(Vector512<int> x, ref int block)
    {
        (Vector512<long> even, Vector512<long> odd) = Product(x, ref block);
        return Interleave(
            ShiftToEven(even, Row512(ref block, EvenHalf).AsInt64(), Row512(ref block, EvenShift).AsUInt64()),
            ShiftToEven(odd, Row512(ref block, OddHalf).AsInt64(), Row512(ref block, OddShift).AsUInt64()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<int> ILaneRounding.Requantize(Vector256<int> x, ref int block)
    {
        (Vector256<long> even, Vector256<long> odd) = Product(x, ref block);
        return Interleave(
            ShiftToEven(even, Row256(ref block, EvenHalf).AsInt64(), Row256(ref block, EvenShift).AsUInt64()),
            ShiftToEven(odd, Row256(ref block, OddHalf).AsInt64(), Row256(ref block, OddShift).AsUInt64()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> ShiftToEven(Vector512<long> product, Vector512<long> belowHalf, Vector512<ulong> counts)
    {
        Vector512<long> odd = Avx512F.ShiftRightLogicalVariable(product, counts) & Vector512<long>.One;
        return Avx512F.ShiftRightArithmeticVariable(product + belowHalf + odd, counts);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<long> ShiftToEven(Vector256<long> product, Vector256<long> belowHalf, Vector256<ulong> counts)
    {
        Vector256<long> odd = Avx2.ShiftRightLogicalVariable(product, counts) & Vector256<long>.One;
        return ShiftRight(product + belowHalf + odd, counts);
    }
}
