using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>Products of int16 codes and int8 weights, summed for four output channels at once.</summary>
internal static class Int16Dots
{
    /// <summary>Output channels of a call.</summary>
    public const int Channels = 4;

    /// <summary>Codes of a step; rows are filled up to a multiple of it.</summary>
    public const int Step = 16;

    // 256 products of at most 2^22 stay below 2^31.
    private const int CodesInInt32 = 256;

    /// <summary>The name of the form that this processor gets.</summary>
    public static string Name => $"{(IsAvx2 ? Tier.Avx2 : Tier.Vector128).Name()} int16 dots";

    private static bool IsAvx2 => Tiers.Best is Tier.AvxVnni or Tier.Avx512BW or Tier.Avx2;

    /// <summary>Sums the products of a row.</summary>
    /// <param name="codes">The first code.</param>
    /// <param name="weights">The first weight of the first channel; the others follow, a row each.</param>
    /// <param name="length">Of a row, a multiple of <see cref="Step"/>.</param>
    /// <param name="sums">One for each channel.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sum(ref short codes, ref sbyte weights, int length, Span<long> sums)
    {
        sums.Clear();
        for (int first = 0; first < length; first += CodesInInt32)
        {
            int count = Math.Min(CodesInInt32, length - first);
            if (IsAvx2)
                Add256(ref Unsafe.Add(ref codes, first), ref Unsafe.Add(ref weights, first), length, count, sums);
            else
                Add128(ref Unsafe.Add(ref codes, first), ref Unsafe.Add(ref weights, first), length, count, sums);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add256(ref short codes, ref sbyte weights, int length, int count, Span<long> sums)
    {
        ref sbyte weights1 = ref Unsafe.Add(ref weights, length);
        ref sbyte weights2 = ref Unsafe.Add(ref weights1, length);
        ref sbyte weights3 = ref Unsafe.Add(ref weights2, length);
        Vector256<int> sum0 = default, sum1 = default, sum2 = default, sum3 = default;
        for (nuint at = 0; at < (nuint)count; at += Step)
        {
            var sixteen = Vector256.LoadUnsafe(ref codes, at);
            sum0 += Avx2.MultiplyAddAdjacent(sixteen, Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref weights, at)));
            sum1 += Avx2.MultiplyAddAdjacent(sixteen, Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref weights1, at)));
            sum2 += Avx2.MultiplyAddAdjacent(sixteen, Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref weights2, at)));
            sum3 += Avx2.MultiplyAddAdjacent(sixteen, Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref weights3, at)));
        }

        sums[0] += Vector256.Sum(sum0);
        sums[1] += Vector256.Sum(sum1);
        sums[2] += Vector256.Sum(sum2);
        sums[3] += Vector256.Sum(sum3);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add128(ref short codes, ref sbyte weights, int length, int count, Span<long> sums)
    {
        for (int channel = 0; channel < Channels; channel++)
        {
            Vector128<int> sum = default;
            for (nuint at = 0; at < (nuint)count; at += Step)
            {
                (Vector128<short> lower, Vector128<short> upper) = Vector128.Widen(Vector128.LoadUnsafe(ref weights, at));
                sum += Products(Vector128.LoadUnsafe(ref codes, at), lower) + Products(Vector128.LoadUnsafe(ref codes, at + (Step / 2)), upper);
            }

            sums[channel] += Vector128.Sum(sum);
            weights = ref Unsafe.Add(ref weights, length);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Products(Vector128<short> codes, Vector128<short> weights) =>
        (Vector128.WidenLower(codes) * Vector128.WidenLower(weights)) + (Vector128.WidenUpper(codes) * Vector128.WidenUpper(weights));
}
