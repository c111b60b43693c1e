using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>AVERAGE_POOL_2D of int8, 16 channels at a time; the last ones are computed twice where their number is no multiple.</summary>
/// <remarks>
/// A sum and half its count stay below 2^24, so both operands of the division are exact in binary32, and a quotient that is no integer stays
/// further from the next one than the division rounds: cutting it gives the integer quotient.
/// </remarks>
internal sealed class PoolMeans(WindowGeometry window, int activationMinimum, int activationMaximum) : IFastKernel<sbyte>
{
    private const int Lanes = ChannelLanes.Width;

    /// <summary>Most places under a window: 2^16 codes of 8 bits sum to 2^23.</summary>
    public const int MaximumPlaces = 1 << 16;

    /// <inheritdoc/>
    public string Name => $"{Tier.Vector128.Name()} means";

    /// <inheritdoc/>
    public void Run(ReadOnlySpan<sbyte> input, Span<sbyte> output)
    {
        if (input.Length != window.InputCount || output.Length != window.OutputCount)
            throw new ArgumentException($"There are {input.Length} and {output.Length} codes; expected {window.InputCount} and {window.OutputCount}.", nameof(output));
        ref sbyte image = ref MemoryMarshal.GetReference(input), target = ref MemoryMarshal.GetReference(output);
        int imageCodes = window.InputHeight * window.InputWidth * window.InputChannels;
        for (int batch = 0; batch < window.Batches; batch++)
        {
            for (int y = 0; y < window.OutputHeight; y++)
            for (int x = 0; x < window.OutputWidth; x++)
            {
                MeanUnder(window.RowsUnder(y), window.ColumnsUnder(x), ref image, ref target);
                target = ref Unsafe.Add(ref target, window.OutputChannels);
            }

            image = ref Unsafe.Add(ref image, imageCodes);
        }
    }

    private void MeanUnder((int First, int End) rows, (int First, int End) columns, ref sbyte image, ref sbyte target)
    {
        int channels = window.InputChannels, row = window.InputWidth * channels, width = columns.End - columns.First, height = rows.End - rows.First;

        // Rows that are covered from end to end follow each other without a gap.
        (int runs, int run) = width == window.InputWidth ? (1, height * width) : (height, width);
        for (int block = 0; block < channels; block += Lanes)
        {
            int channel = Math.Min(block, channels - Lanes);
            ref sbyte at = ref Unsafe.Add(ref image, (rows.First * row) + (columns.First * channels) + channel);
            var sums = default(Lanes128);
            for (int index = 0; index < runs; index++)
                sums = CodeSums.Add(sums, ref Unsafe.Add(ref at, index * row), channels, run);
            ToMeans(sums, height * width).StoreUnsafe(ref target, (nuint)channel);
        }
    }

    private Vector128<sbyte> ToMeans(Lanes128 sums, int count) => Vector128.Narrow(
        Vector128.Narrow(ToMeans(sums.A, count), ToMeans(sums.B, count)),
        Vector128.Narrow(ToMeans(sums.C, count), ToMeans(sums.D, count)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector128<int> ToMeans(Vector128<int> sums, int count)
    {
        var half = Vector128.Create(count / 2);
        Vector128<int> dividends = Vector128.ConditionalSelect(Vector128.GreaterThan(sums, Vector128<int>.Zero), sums + half, sums - half);
        Vector128<int> means = Vector128.ConvertToInt32(Vector128.ConvertToSingle(dividends) / Vector128.Create((float)count));
        return Vector128.Min(Vector128.Max(means, Vector128.Create(activationMinimum)), Vector128.Create(activationMaximum));
    }
}
