using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static Tiny.Bench.Reference.Arithmetic.ChannelLanes;
using static Tiny.Bench.Reference.Arithmetic.LaneWords;

namespace Tiny.Bench.Reference.Arithmetic;

/// <content>The form with a factor for each lane.</content>
/// <remarks>The high product fits 32 bits, as its multiplier is below 2^31; the shift is split so that the half which is added cannot overflow.</remarks>
public readonly partial struct HalfUpRounding : ILaneRounding
{
    private const int Left = FirstOfRounding, AllButLastBit = Left + 1, LastBit = Left + 2;

    static void ILaneRounding.Pack(QuantizedMultiplier factor, int lane, Span<int> rows)
    {
        int right = Math.Max(-factor.Shift, 0);
        At(rows, Left - FirstOfRounding, lane) = Math.Max(factor.Shift, 0);
        At(rows, AllButLastBit - FirstOfRounding, lane) = Math.Max(right - 1, 0);
        At(rows, LastBit - FirstOfRounding, lane) = Math.Min(right, 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<int> ILaneRounding.Requantize(Vector512<int> x, ref int block)
    {
        x = Avx512F.ShiftLeftLogicalVariable(x, Row512(ref block, Left).AsUInt32());
        Vector512<int> high = RoundingDoublingHighMul(x, ref block);
        Vector512<int> lastBit = Row512(ref block, LastBit);
        high = Avx512F.ShiftRightArithmeticVariable(high, Row512(ref block, AllButLastBit).AsUInt32()) + lastBit;
        return Avx512F.ShiftRightArithmeticVariable(high, lastBit.AsUInt32());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<int> ILaneRounding.Requantize(Vector256<int> x, ref int block)
    {
        x = Avx2.ShiftLeftLogicalVariable(x, Row256(ref block, Left).AsUInt32());
        Vector256<int> high = RoundingDoublingHighMul(x, ref block);
        Vector256<int> lastBit = Row256(ref block, LastBit);
        high = Avx2.ShiftRightArithmeticVariable(high, Row256(ref block, AllButLastBit).AsUInt32()) + lastBit;
        return Avx2.ShiftRightArithmeticVariable(high, lastBit.AsUInt32());
    }
}
