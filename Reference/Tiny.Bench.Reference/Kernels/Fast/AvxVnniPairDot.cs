using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary><see cref="AvxVnniDot"/> for 8 output channels: the lower lanes are one window's, the upper lanes its right neighbour's.</summary>
/// <param name="apart">Codes from one window to the next.</param>
internal readonly struct AvxVnniPairDot(nint apart) : ITapStep<Lanes256>
{
    public static Tier Tier => Tier.AvxVnni;

    public static int CodeOffset => 128;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes256 Add(Lanes256 sums, ref sbyte codes, Lanes256 weights) => new(
        AvxVnni.MultiplyWideningAndAdd(sums.Lower, AvxVnniDot.Four(ref codes), weights.Lower.AsSByte()),
        AvxVnni.MultiplyWideningAndAdd(sums.Upper, AvxVnniDot.Four(ref Unsafe.Add(ref codes, apart)), weights.Upper.AsSByte()));
}
