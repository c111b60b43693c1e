using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>Sums of 16 neighbouring channels over places that lie at equal distances: pooling and reductions.</summary>
internal static class CodeSums
{
    // 255 codes of -128 stay inside 16 bits.
    private const int PlacesInInt16 = byte.MaxValue;

    /// <summary>Adds 16 codes at each of <paramref name="count"/> places to the sums.</summary>
    /// <param name="sums">Start values.</param>
    /// <param name="first">The first code of the first place.</param>
    /// <param name="stride">Codes from one place to the next.</param>
    /// <param name="count">Places; may be 0.</param>
    public static Lanes128 Add(Lanes128 sums, ref sbyte first, nint stride, int count)
    {
        while (count > 0)
        {
            int places = Math.Min(count, PlacesInInt16);
            Vector128<short> lower = default, upper = default;
            for (int place = 0; place < places; place++)
            {
                Vector128<sbyte> codes = Vector128.LoadUnsafe(ref first);
                lower += Vector128.WidenLower(codes);
                upper += Vector128.WidenUpper(codes);
                first = ref Unsafe.Add(ref first, stride);
            }

            sums = new Lanes128(
                sums.A + Vector128.WidenLower(lower),
                sums.B + Vector128.WidenUpper(lower),
                sums.C + Vector128.WidenLower(upper),
                sums.D + Vector128.WidenUpper(upper));
            count -= places;
        }

        return sums;
    }

    /// <summary>Requantizes the sums with the widest registers that there are.</summary>
    /// <param name="sums">The sums.</param>
    /// <param name="block">The first word of a block of <see cref="ChannelLanes"/>.</param>
    public static Vector128<sbyte> ToCodes<TRounding>(Lanes128 sums, ref int block)
        where TRounding : struct, ILaneRounding
    {
        if (Tiers.Best is Tier.AdvSimdDp or Tier.Vector128)
            return Lanes128.Requantize<TRounding>(sums, ref block);
        return Lanes256.Requantize<TRounding>(new Lanes256(Vector256.Create(sums.A, sums.B), Vector256.Create(sums.C, sums.D)), ref block);
    }
}
