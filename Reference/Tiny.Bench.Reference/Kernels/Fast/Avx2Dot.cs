using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>Four codes, the same for all lanes, times four weights a lane: even and odd bytes apart, each widened to 16 bits where it lies.</summary>
internal readonly struct Avx2Dot : ITapStep<Lanes256>
{
    public static Tier Tier => Tier.Avx2;

    public static int CodeOffset => 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes256 Add(Lanes256 sums, ref sbyte codes, Lanes256 weights)
    {
        Vector256<short> four = Vector256.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.As<sbyte, byte>(ref codes))).AsInt16();
        return new Lanes256(
            sums.Lower + Products(four, weights.Lower.AsInt16()),
            sums.Upper + Products(four, weights.Upper.AsInt16()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Products(Vector256<short> four, Vector256<short> taps) =>
        Avx2.MultiplyAddAdjacent((four << 8) >> 8, (taps << 8) >> 8) + Avx2.MultiplyAddAdjacent(four >> 8, taps >> 8);
}
