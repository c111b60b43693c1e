using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>A code and a weight for each lane, in 32 bits; the lower 16 bits of a packed weight hold it.</summary>
internal readonly struct Vector128Products : ITapStep<Lanes128>
{
    public static Tier Tier => Tier.Vector128;

    public static int CodeOffset => 0;

    public Lanes128 Add(Lanes128 sums, ref sbyte codes, Lanes128 weights)
    {
        (Vector128<short> lower, Vector128<short> upper) = Vector128.Widen(Vector128.LoadUnsafe(ref codes));
        (Vector128<int> a, Vector128<int> b) = Vector128.Widen(lower);
        (Vector128<int> c, Vector128<int> d) = Vector128.Widen(upper);
        return new Lanes128(
            sums.A + (a * Widened(weights.A)),
            sums.B + (b * Widened(weights.B)),
            sums.C + (c * Widened(weights.C)),
            sums.D + (d * Widened(weights.D)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Widened(Vector128<int> weights) => (weights << 16) >> 16;
}
