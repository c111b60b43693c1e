using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tiny.Bench.Reference.Arithmetic;

/// <summary>The rows of a block as vectors, and the 64-bit products of lanes, which come as those of the even and those of the odd lanes.</summary>
internal static class LaneWords
{
    /// <summary>A row's lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Row512(ref int block, int row) => Vector512.LoadUnsafe(ref block, (nuint)(row * ChannelLanes.Width));

    /// <summary>A row's lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Row256(ref int block, int row) => Vector256.LoadUnsafe(ref block, (nuint)(row * ChannelLanes.Width));

    /// <summary>A lane's word of a row.</summary>
    public static ref int At(Span<int> rows, int row, int lane) => ref rows[(row * ChannelLanes.Width) + lane];

    /// <summary>Writes the 64-bit word of a lane: even lanes to one row, odd lanes to the next.</summary>
    public static void SetWide(Span<int> rows, int row, int lane, long value) =>
        MemoryMarshal.Cast<int, long>(rows.Slice((row + (lane & 1)) * ChannelLanes.Width, ChannelLanes.Width))[lane / 2] = value;

    /// <summary>The exact products of the even and of the odd lanes with their multipliers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<long> Even, Vector512<long> Odd) Product(Vector512<int> x, ref int block) =>
        (Avx512F.Multiply(x, Row512(ref block, ChannelLanes.Multiplier)), Avx512F.Multiply((x.AsInt64() >>> 32).AsInt32(), Row512(ref block, ChannelLanes.OddMultiplier)));

    /// <summary>The exact products of the even and of the odd lanes with their multipliers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<long> Even, Vector256<long> Odd) Product(Vector256<int> x, ref int block) =>
        (Avx2.Multiply(x, Row256(ref block, ChannelLanes.Multiplier)), Avx2.Multiply((x.AsInt64() >>> 32).AsInt32(), Row256(ref block, ChannelLanes.OddMultiplier)));

    /// <summary>Puts the lower halves of even and odd results back into their lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Interleave(Vector512<long> even, Vector512<long> odd) => InterleaveUpper(even, odd << 32);

    /// <summary>Puts the lower halves of even and odd results back into their lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Interleave(Vector256<long> even, Vector256<long> odd) => InterleaveUpper(even, odd << 32);

    /// <summary>The lower halves of the even results and the upper halves of the odd ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> InterleaveUpper(Vector512<long> even, Vector512<long> odd) =>
        Vector512.ConditionalSelect(Vector512.Create(0xFFFF_FFFFL), even, odd).AsInt32();

    /// <summary>The lower halves of the even results and the upper halves of the odd ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> InterleaveUpper(Vector256<long> even, Vector256<long> odd) =>
        Avx2.Blend(even.AsInt32(), odd.AsInt32(), 0b1010_1010);

    /// <summary>Shifts right with the sign, every lane by its own count of 0 to 62. AVX2 has this for 32 bits only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> ShiftRight(Vector256<long> x, Vector256<ulong> counts)
    {
        Vector256<long> sign = Vector256.Create(long.MinValue);
        return Avx2.ShiftRightLogicalVariable(x ^ sign, counts) - Avx2.ShiftRightLogicalVariable(sign, counts);
    }

    /// <summary>The high half of the doubled products with the multipliers, rounded to nearest with ties towards positive infinity.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> RoundingDoublingHighMul(Vector512<int> x, ref int block)
    {
        (Vector512<long> even, Vector512<long> odd) = Product(x, ref block);
        Vector512<long> half = Vector512.Create(1L << 30);
        odd += half;
        return InterleaveUpper((even + half) >>> 31, odd + odd);
    }

    /// <summary>The high half of the doubled products with the multipliers, rounded to nearest with ties towards positive infinity.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> RoundingDoublingHighMul(Vector256<int> x, ref int block)
    {
        (Vector256<long> even, Vector256<long> odd) = Product(x, ref block);
        Vector256<long> half = Vector256.Create(1L << 30);
        odd += half;
        return InterleaveUpper((even + half) >>> 31, odd + odd);
    }
}
