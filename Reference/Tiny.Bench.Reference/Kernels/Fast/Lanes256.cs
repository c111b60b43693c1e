using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>Two registers of 256 bits.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct Lanes256(Vector256<int> lower, Vector256<int> upper) : ILanes<Lanes256>
{
    /// <summary>Lanes 0 to 7.</summary>
    public readonly Vector256<int> Lower = lower;

    /// <summary>Lanes 8 to 15.</summary>
    public readonly Vector256<int> Upper = upper;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Load(ref sbyte source) =>
        new(Vector256.LoadUnsafe(ref source).AsInt32(), Vector256.LoadUnsafe(ref source, 32).AsInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Start(ref int block) =>
        new(LaneWords.Row256(ref block, ChannelLanes.Start), LaneWords.Row256(ref Unsafe.Add(ref block, 8), ChannelLanes.Start));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<sbyte> Requantize<TRounding>(Lanes256 sums, ref int block)
        where TRounding : struct, ILaneRounding
    {
        if (Avx512F.IsSupported)
            return Lanes512.Requantize<TRounding>(sums.Lower.ToVector512Unsafe().WithUpper(sums.Upper), ref block);
        Vector256<int> lower = ToCodes<TRounding>(sums.Lower, ref block), upper = ToCodes<TRounding>(sums.Upper, ref Unsafe.Add(ref block, 8));
        Vector256<short> words = Vector256.Narrow(lower, upper);
        return Vector128.Narrow(words.GetLower(), words.GetUpper());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> ToCodes<TRounding>(Vector256<int> sums, ref int half)
        where TRounding : struct, ILaneRounding
    {
        Vector256<int> codes = TRounding.Requantize(sums, ref half) + LaneWords.Row256(ref half, ChannelLanes.ZeroPoint);
        codes = Avx2.Max(codes, LaneWords.Row256(ref half, ChannelLanes.Minimum));
        return Avx2.Min(codes, LaneWords.Row256(ref half, ChannelLanes.Maximum));
    }
}
