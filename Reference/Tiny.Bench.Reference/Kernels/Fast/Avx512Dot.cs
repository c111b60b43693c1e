using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>Four codes, the same for all lanes, times four weights a lane: even and odd bytes apart, each widened to 16 bits where it lies.</summary>
internal readonly struct Avx512Dot : ITapStep<Lanes512>
{
    public static Tier Tier => Tier.Avx512BW;

    public static int CodeOffset => 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes512 Add(Lanes512 sums, ref sbyte codes, Lanes512 weights)
    {
        Vector512<short> four = Vector512.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.As<sbyte, byte>(ref codes))).AsInt16();
        Vector512<short> taps = weights.Value.AsInt16();
        Vector512<int> odd = Avx512BW.MultiplyAddAdjacent(four >> 8, taps >> 8);
        return new Lanes512(sums.Value + Avx512BW.MultiplyAddAdjacent((four << 8) >> 8, (taps << 8) >> 8) + odd);
    }
}
