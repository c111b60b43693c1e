using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Exhaustive;

/// <summary>Compares ADD's output code in two dialects for every pair of int8 input codes: all three of its factors at once.</summary>
public static class SumComparer
{
    /// <summary>Pairs of input codes.</summary>
    public const int InputPairs = 256 * 256;

    /// <summary>How many input pairs give different codes, of <see cref="InputPairs"/>.</summary>
    public static int CountDiffering(DialectPair pair, SumCodes codes)
    {
        int[] first = pair.First.Apply(new AllCodes(codes)), second = pair.Second.Apply(new AllCodes(codes));
        return first.Zip(second).Count(both => both.First != both.Second);
    }

    private sealed class AllCodes(SumCodes codes) : IRoundingUser<int[]>
    {
        public int[] Use<TRounding>()
            where TRounding : struct, IRounding
        {
            var all = new int[InputPairs];
            for (int index = 0; index < InputPairs; index++)
            {
                (int one, int other) = codes.Terms<TRounding>((sbyte)(index >> 8), (sbyte)index);
                all[index] = codes.Code<TRounding>(one + other);
            }

            return all;
        }
    }
}
