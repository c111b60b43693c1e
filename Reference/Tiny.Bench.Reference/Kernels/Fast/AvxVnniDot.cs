using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>Four codes, the same for all lanes, times four weights a lane. Codes become unsigned by adding 128; the instruction does not saturate.</summary>
internal readonly struct AvxVnniDot : ITapStep<Lanes256>
{
    public static Tier Tier => Tier.AvxVnni;

    public static int CodeOffset => 128;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes256 Add(Lanes256 sums, ref sbyte codes, Lanes256 weights)
    {
        Vector256<byte> four = Four(ref codes);
        return new Lanes256(
            AvxVnni.MultiplyWideningAndAdd(sums.Lower, four, weights.Lower.AsSByte()),
            AvxVnni.MultiplyWideningAndAdd(sums.Upper, four, weights.Upper.AsSByte()));
    }

    /// <summary>Four codes, made unsigned, for every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Four(ref sbyte codes) =>
        Vector256.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.As<sbyte, byte>(ref codes))).AsByte() ^ Vector256.Create((byte)0x80);
}
