using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Tiny.Bench.Reference.Kernels.Fast;

namespace Tiny.Bench.Reference.Benchmarking;

/// <summary>A product of two 256 x 256 int8 matrices that were packed before: what the processor reaches when nothing else is to be done.</summary>
/// <remarks>The yardstick of the fast kernels, not one of them. Tiles of 4 x 16 sums stay in registers over all 256 steps; sums are stored, not rescaled.</remarks>
internal sealed class PackedGemm
{
    private const int Size = 256, TileRows = 4, TileColumns = 16, Quads = Size / 4, StepBytes = 64;

    private readonly AlignedMemory<sbyte> _rows = new(Size * Size);
    private readonly AlignedMemory<sbyte> _columns = new(Size * Size);
    private readonly AlignedMemory<int> _sums = new(Size * Size);

    /// <summary>Fills both matrices with bytes that follow from the seed.</summary>
    public PackedGemm(int seed)
    {
        var random = new Random(seed);
        random.NextBytes(MemoryMarshal.AsBytes(_rows.Span));
        random.NextBytes(MemoryMarshal.AsBytes(_columns.Span));
    }

    /// <summary>Multiply-accumulates of one product.</summary>
    public static long MultiplyAccumulates => (long)Size * Size * Size;

    /// <summary>The sum of one row and column, of unsigned codes where <see cref="IsUnsigned"/>; for tests.</summary>
    public int this[int row, int column] => _sums.Span[((((row / TileRows * (Size / TileColumns)) + (column / TileColumns)) * TileRows) + (row % TileRows)) * TileColumns + (column % TileColumns)];

    /// <summary>Whether the rows are unsigned, as the best instruction here takes them.</summary>
    public static bool IsUnsigned => Tiers.Best == Tier.AvxVnni;

    /// <summary>The code at a place of the left matrix.</summary>
    public int Left(int row, int step)
    {
        sbyte code = _rows.Span[(row * Size) + step];
        return IsUnsigned ? (byte)code : code;
    }

    /// <summary>The code at a place of the right matrix.</summary>
    public int Right(int step, int column) =>
        _columns.Span[(((column / TileColumns * Quads) + (step / 4)) * StepBytes) + (column % TileColumns * 4) + (step % 4)];

    /// <summary>Computes all sums.</summary>
    public void Multiply()
    {
        switch (Tiers.Best)
        {
            case Tier.AvxVnni: MultiplyUnsigned(); break;
            case Tier.Avx512BW: Multiply<Lanes512, Avx512Dot>(); break;
            case Tier.Avx2: Multiply<Lanes256, Avx2Dot>(); break;
            case Tier.AdvSimdDp: Multiply<Lanes128, AdvSimdDot>(); break;
            default: Multiply<Lanes128, Vector128Dot>(); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MultiplyUnsigned()
    {
        ref int sums = ref _sums.First;
        for (int row = 0; row < Size; row += TileRows)
        for (int column = 0; column < Size; column += TileColumns)
        {
            ref sbyte code = ref Unsafe.Add(ref _rows.First, row * Size);
            ref sbyte weight = ref Unsafe.Add(ref _columns.First, column / TileColumns * Quads * StepBytes);
            Vector256<int> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
            for (int quad = 0; quad < Quads; quad++)
            {
                Vector256<sbyte> lower = Vector256.LoadUnsafe(ref weight), upper = Vector256.LoadUnsafe(ref weight, 32);
                Vector256<byte> a = Four(ref code, 0), b = Four(ref code, Size), c = Four(ref code, 2 * Size), d = Four(ref code, 3 * Size);
                a0 = AvxVnni.MultiplyWideningAndAdd(a0, a, lower);
                a1 = AvxVnni.MultiplyWideningAndAdd(a1, a, upper);
                b0 = AvxVnni.MultiplyWideningAndAdd(b0, b, lower);
                b1 = AvxVnni.MultiplyWideningAndAdd(b1, b, upper);
                c0 = AvxVnni.MultiplyWideningAndAdd(c0, c, lower);
                c1 = AvxVnni.MultiplyWideningAndAdd(c1, c, upper);
                d0 = AvxVnni.MultiplyWideningAndAdd(d0, d, lower);
                d1 = AvxVnni.MultiplyWideningAndAdd(d1, d, upper);
                code = ref Unsafe.Add(ref code, 4);
                weight = ref Unsafe.Add(ref weight, StepBytes);
            }

            sums = ref Store(ref sums, a0, a1);
            sums = ref Store(ref sums, b0, b1);
            sums = ref Store(ref sums, c0, c1);
            sums = ref Store(ref sums, d0, d1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Four(ref sbyte code, int offset) =>
        Vector256.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.As<sbyte, byte>(ref Unsafe.Add(ref code, offset)))).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref int Store(ref int target, Vector256<int> lower, Vector256<int> upper)
    {
        lower.StoreUnsafe(ref target);
        upper.StoreUnsafe(ref target, 8);
        return ref Unsafe.Add(ref target, TileColumns);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Multiply<TLanes, TStep>()
        where TLanes : struct, ILanes<TLanes>
        where TStep : struct, ITapStep<TLanes>
    {
        ref int sums = ref _sums.First;
        for (int row = 0; row < Size; row += TileRows)
        for (int column = 0; column < Size; column += TileColumns)
        {
            ref sbyte code = ref Unsafe.Add(ref _rows.First, row * Size);
            ref sbyte weight = ref Unsafe.Add(ref _columns.First, column / TileColumns * Quads * StepBytes);
            TLanes a = default, b = default, c = default, d = default;
            TStep step = default;
            for (int quad = 0; quad < Quads; quad++)
            {
                TLanes taps = TLanes.Load(ref weight);
                a = step.Add(a, ref code, taps);
                b = step.Add(b, ref Unsafe.Add(ref code, Size), taps);
                c = step.Add(c, ref Unsafe.Add(ref code, 2 * Size), taps);
                d = step.Add(d, ref Unsafe.Add(ref code, 3 * Size), taps);
                code = ref Unsafe.Add(ref code, 4);
                weight = ref Unsafe.Add(ref weight, StepBytes);
            }

            sums = ref Store(ref sums, a);
            sums = ref Store(ref sums, b);
            sums = ref Store(ref sums, c);
            sums = ref Store(ref sums, d);
        }
    }

    // Lanes are registers side by side, 64 bytes in all, whatever their width.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref int Store<TLanes>(ref int target, TLanes lanes)
        where TLanes : struct, ILanes<TLanes>
    {
        Unsafe.WriteUnaligned(ref Unsafe.As<int, byte>(ref target), lanes);
        return ref Unsafe.Add(ref target, TileColumns);
    }
}
