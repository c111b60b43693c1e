using System.Numerics;
using System.Runtime.InteropServices;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Exhaustive;

/// <summary>The block requantizer of each dialect.</summary>
internal static class BlockRequantizers
{
    /// <summary>The vector form of a dialect, chosen once, so that the loop below is compiled for it.</summary>
    public static BlockRequantizer Of(Dialect dialect) => dialect switch
    {
        Dialect.DoubleRounding => Fill<DoubleRounding>,
        Dialect.SingleRounding => Fill<SingleRounding>,
        Dialect.Float32 => Fill<Float32Rounding>,
        Dialect.HalfUp => Fill<HalfUpRounding>,
        Dialect.HalfEven => Fill<HalfEvenRounding>,
        _ => throw new ArgumentOutOfRangeException(nameof(dialect), dialect, "Not a dialect."),
    };

    private static void Fill<TRounding>(int first, QuantizedMultiplier scale, Span<int> results)
        where TRounding : struct, IVectorRounding
    {
        Span<Vector<int>> vectors = MemoryMarshal.Cast<int, Vector<int>>(results);
        for (int index = 0; index < vectors.Length; index++)
            vectors[index] = TRounding.Requantize(new Vector<int>(first + (index * Vector<int>.Count)) + Vector<int>.Indices, scale);
        for (int index = vectors.Length * Vector<int>.Count; index < results.Length; index++)
            results[index] = TRounding.Requantize(first + index, scale);
    }
}
