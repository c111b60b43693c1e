using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>One register of 512 bits.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct Lanes512(Vector512<int> value) : ILanes<Lanes512>
{
    /// <summary>The lanes.</summary>
    public readonly Vector512<int> Value = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Load(ref sbyte source) => new(Vector512.LoadUnsafe(ref source).AsInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Start(ref int block) => new(LaneWords.Row512(ref block, ChannelLanes.Start));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<sbyte> Requantize<TRounding>(Lanes512 sums, ref int block)
        where TRounding : struct, ILaneRounding => Requantize<TRounding>(sums.Value, ref block);

    /// <summary>The same of a bare register.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<sbyte> Requantize<TRounding>(Vector512<int> sums, ref int block)
        where TRounding : struct, ILaneRounding
    {
        Vector512<int> codes = TRounding.Requantize(sums, ref block) + LaneWords.Row512(ref block, ChannelLanes.ZeroPoint);
        codes = Avx512F.Max(codes, LaneWords.Row512(ref block, ChannelLanes.Minimum));
        codes = Avx512F.Min(codes, LaneWords.Row512(ref block, ChannelLanes.Maximum));
        return Avx512F.ConvertToVector128SByte(codes);
    }
}
