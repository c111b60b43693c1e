using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>A code and a weight for each lane. Weights are widened in packing; the upper 16 bits of a lane multiply by zero.</summary>
internal readonly struct Avx2Products : ITapStep<Lanes256>
{
    public static Tier Tier => Tier.Avx2;

    public static int CodeOffset => 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes256 Add(Lanes256 sums, ref sbyte codes, Lanes256 weights)
    {
        Vector128<sbyte> sixteen = Vector128.LoadUnsafe(ref codes);
        Vector256<int> lower = Avx2.ConvertToVector256Int32(sixteen), upper = Avx2.ConvertToVector256Int32(Vector128.Shuffle(sixteen, UpperHalf));
        return new Lanes256(
            sums.Lower + Avx2.MultiplyAddAdjacent(lower.AsInt16(), weights.Lower.AsInt16()),
            sums.Upper + Avx2.MultiplyAddAdjacent(upper.AsInt16(), weights.Upper.AsInt16()));
    }

    private static Vector128<sbyte> UpperHalf => Vector128.Create((sbyte)8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15);
}
