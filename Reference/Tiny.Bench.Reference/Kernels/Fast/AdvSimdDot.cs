using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;

namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>Four codes, the same for all lanes, times four weights a lane, by SDOT.</summary>
internal readonly struct AdvSimdDot : ITapStep<Lanes128>
{
    public static Tier Tier => Tier.AdvSimdDp;

    public static int CodeOffset => 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes128 Add(Lanes128 sums, ref sbyte codes, Lanes128 weights)
    {
        Vector128<sbyte> four = Vector128.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.As<sbyte, byte>(ref codes))).AsSByte();
        return new Lanes128(
            Dp.DotProduct(sums.A, weights.A.AsSByte(), four),
            Dp.DotProduct(sums.B, weights.B.AsSByte(), four),
            Dp.DotProduct(sums.C, weights.C.AsSByte(), four),
            Dp.DotProduct(sums.D, weights.D.AsSByte(), four));
    }
}
