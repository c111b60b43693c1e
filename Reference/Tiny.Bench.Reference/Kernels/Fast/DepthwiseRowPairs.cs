using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>DEPTHWISE_CONV_2D, 3x3 with stride 1, by AVX-VNNI: two output rows at a time, from columns of four codes.</summary>
/// <remarks>
/// Four codes above each other serve both rows: the upper one with weights (a, b, c, 0), the lower one with (0, a, b, c), which is the former moved by a byte.
/// Each column of 16 channels is brought together once and stays in registers for the three windows that see it.
/// </remarks>
internal sealed class DepthwiseRowPairs<TRounding>(
    WindowGeometry window, SumLayout layout, PaddedImage? image, AlignedMemory<sbyte> weights, AlignedMemory<int> channels) : IFastKernel<sbyte>
    where TRounding : struct, ILaneRounding
{
    /// <summary>What is added to each code, so that it is unsigned.</summary>
    public const int CodeOffset = 128;

    /// <inheritdoc/>
    public string Name { get; } = $"{Tier.AvxVnni.Name()} row pairs";

    // Byte 4k + j comes from byte 16j + k: four rows of 16 channels to 16 channels of four rows.
    private static Vector512<byte> RowsToColumns { get; } = Vector512.Create([.. Enumerable.Range(0, 64).Select(to => (byte)((to % 4 * 16) + (to / 4)))]);

    /// <inheritdoc/>
    public void Run(ReadOnlySpan<sbyte> input, Span<sbyte> output)
    {
        SumLayout.RequireLengths(window, input, output);
        ref sbyte codes = ref image is null ? ref MemoryMarshal.GetReference(input) : ref image.Fill(input);
        for (int block = 0; block < layout.Blocks.Length; block++)
            SumBlock(block, ref codes, ref MemoryMarshal.GetReference(output));
    }

    // An odd last row is computed twice.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SumBlock(int block, ref sbyte codes, ref sbyte target)
    {
        (int height, int width) = image is null ? ImageExtents.Of(window) : ImageExtents.Reached(window);
        int columns = window.OutputWidth, pixel = window.InputChannels;
        nint inputRow = (nint)width * pixel, outputRow = (nint)columns * pixel;
        ref int words = ref Unsafe.Add(ref channels.First, block * ChannelLanes.Words);
        ref sbyte packed = ref Unsafe.Add(ref weights.First, layout.WeightsOf(block).First);
        Lanes256 upper0 = Lanes256.Load(ref packed), lower0 = MovedDown(upper0);
        Lanes256 upper1 = Lanes256.Load(ref Unsafe.Add(ref packed, SumLayout.StepBytes)), lower1 = MovedDown(upper1);
        Lanes256 upper2 = Lanes256.Load(ref Unsafe.Add(ref packed, 2 * SumLayout.StepBytes)), lower2 = MovedDown(upper2);
        Vector512<byte> order = RowsToColumns;
        for (int batch = 0; batch < window.Batches; batch++)
        for (int first = 0; first < window.OutputHeight; first += 2)
        {
            int y = Math.Min(first, window.OutputHeight - 2);
            ref sbyte at = ref Unsafe.Add(ref codes, (((nint)batch * height) + y) * inputRow + layout.Blocks[block].Input);
            ref sbyte to = ref Unsafe.Add(ref target, (((nint)batch * window.OutputHeight) + y) * outputRow + layout.Blocks[block].Output);
            Lanes256 column0 = Column(ref at, inputRow, order);
            at = ref Unsafe.Add(ref at, pixel);
            Lanes256 column1 = Column(ref at, inputRow, order);
            for (int x = 0; x < columns; x++)
            {
                at = ref Unsafe.Add(ref at, pixel);
                Lanes256 column2 = Column(ref at, inputRow, order), start = Lanes256.Start(ref words);
                Lanes256 upper = Dot(Dot(Dot(start, column0, upper0), column1, upper1), column2, upper2);
                Lanes256 lower = Dot(Dot(Dot(start, column0, lower0), column1, lower1), column2, lower2);
                Vector128<sbyte> upperCodes = Lanes256.Requantize<TRounding>(upper, ref words);
                Vector128<sbyte> lowerCodes = Lanes256.Requantize<TRounding>(lower, ref words);
                upperCodes.StoreUnsafe(ref to);
                lowerCodes.StoreUnsafe(ref Unsafe.Add(ref to, outputRow));
                to = ref Unsafe.Add(ref to, pixel);
                (column0, column1) = (column1, column2);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes256 Column(ref sbyte at, nint row, Vector512<byte> order)
    {
        ref sbyte third = ref Unsafe.Add(ref at, 2 * row);
        var upper = Vector256.Create(Vector128.LoadUnsafe(ref at), Vector128.LoadUnsafe(ref Unsafe.Add(ref at, row)));
        var lower = Vector256.Create(Vector128.LoadUnsafe(ref third), Vector128.LoadUnsafe(ref Unsafe.Add(ref third, row)));
        Vector512<sbyte> rows = upper.ToVector512Unsafe().WithUpper(lower);
        Vector512<int> columns = (Avx512Vbmi.PermuteVar64x8(rows.AsByte(), order) ^ Vector512.Create((byte)0x80)).AsInt32();
        return new Lanes256(columns.GetLower(), columns.GetUpper());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes256 Dot(Lanes256 sums, Lanes256 columns, Lanes256 taps) => new(
        AvxVnni.MultiplyWideningAndAdd(sums.Lower, columns.Lower.AsByte(), taps.Lower.AsSByte()),
        AvxVnni.MultiplyWideningAndAdd(sums.Upper, columns.Upper.AsByte(), taps.Upper.AsSByte()));

    private static Lanes256 MovedDown(Lanes256 taps) => new(taps.Lower << 8, taps.Upper << 8);
}
