using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>A code and a weight for each lane. Weights are widened in packing; the upper 16 bits of a lane multiply by zero.</summary>
internal readonly struct Avx512Products : ITapStep<Lanes512>
{
    public static Tier Tier => Tier.Avx512BW;

    public static int CodeOffset => 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes512 Add(Lanes512 sums, ref sbyte codes, Lanes512 weights)
    {
        Vector512<int> widened = Avx512F.ConvertToVector512Int32(Vector128.LoadUnsafe(ref codes));
        return new Lanes512(sums.Value + Avx512BW.MultiplyAddAdjacent(widened.AsInt16(), weights.Value.AsInt16()));
    }
}
