using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static Tiny.Bench.Reference.Arithmetic.ChannelLanes;
using static Tiny.Bench.Reference.Arithmetic.LaneWords;

namespace Tiny.Bench.Reference.Arithmetic;

/// <content>The form with a factor for each lane.</content>
/// <remarks>
/// Division by 2^n, ties away from zero, without a sum that overflows: one less where negative (the number between 0 and -1 that is nearest to it),
/// shifted by n - 1, plus one, shifted by the last bit. Where n is 0 nothing of that happens.
/// A high product is above int.MinValue and below int.MaxValue, so neither the one less nor the plus one wraps.
/// </remarks>
public readonly partial struct DoubleRounding : ILaneRounding
{
    private const int Left = FirstOfRounding, ShiftsRight = Left + 1, AllButLastBit = Left + 2, LastBit = Left + 3;

    static void ILaneRounding.Pack(QuantizedMultiplier factor, int lane, Span<int> rows)
    {
        int right = Math.Max(-factor.Shift, 0);
        At(rows, Left - FirstOfRounding, lane) = Math.Max(factor.Shift, 0);
        At(rows, ShiftsRight - FirstOfRounding, lane) = right > 0 ? -1 : 0;
        At(rows, AllButLastBit - FirstOfRounding, lane) = Math.Max(right - 1, 0);
        At(rows, LastBit - FirstOfRounding, lane) = Math.Min(right, 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<int> ILaneRounding.Requantize(Vector512<int> x, ref int block)
    {
        x = Avx512F.ShiftLeftLogicalVariable(x, Row512(ref block, Left).AsUInt32());
        Vector512<int> high = RoundingDoublingHighMul(x, ref block);
        Vector512<int> shiftsRight = Row512(ref block, ShiftsRight);
        high += Vector512.Max(Vector512.Min(high, Vector512<int>.Zero), shiftsRight);
        high = Avx512F.ShiftRightArithmeticVariable(high, Row512(ref block, AllButLastBit).AsUInt32()) - shiftsRight;
        return Avx512F.ShiftRightArithmeticVariable(high, Row512(ref block, LastBit).AsUInt32());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<int> ILaneRounding.Requantize(Vector256<int> x, ref int block)
    {
        x = Avx2.ShiftLeftLogicalVariable(x, Row256(ref block, Left).AsUInt32());
        Vector256<int> high = RoundingDoublingHighMul(x, ref block);
        Vector256<int> shiftsRight = Row256(ref block, ShiftsRight);
        high += Vector256.Max(Vector256.Min(high, Vector256<int>.Zero), shiftsRight);
        high = Avx2.ShiftRightArithmeticVariable(high, Row256(ref block, AllButLastBit).AsUInt32()) - shiftsRight;
        return Avx2.ShiftRightArithmeticVariable(high, Row256(ref block, LastBit).AsUInt32());
    }
}
