using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>Four codes, the same for all lanes, times four weights a lane: a product of two bytes fits 16 bits, and is widened before it is summed.</summary>
internal readonly struct Vector128Dot : ITapStep<Lanes128>
{
    public static Tier Tier => Tier.Vector128;

    public static int CodeOffset => 0;

    public Lanes128 Add(Lanes128 sums, ref sbyte codes, Lanes128 weights)
    {
        Vector128<short> four = Vector128.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.As<sbyte, byte>(ref codes))).AsInt16();
        return new Lanes128(
            sums.A + Products(four, weights.A.AsInt16()),
            sums.B + Products(four, weights.B.AsInt16()),
            sums.C + Products(four, weights.C.AsInt16()),
            sums.D + Products(four, weights.D.AsInt16()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Products(Vector128<short> four, Vector128<short> taps) =>
        SumOfPair(((four << 8) >> 8) * ((taps << 8) >> 8)) + SumOfPair((four >> 8) * (taps >> 8));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> SumOfPair(Vector128<short> products) => ((products.AsInt32() << 16) >> 16) + (products.AsInt32() >> 16);
}
