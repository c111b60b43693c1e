using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>CONV_2D and FULLY_CONNECTED of int16 codes: the codes under a window are gathered into a row, which meets the weights of four channels at once.</summary>
/// <remarks>
/// Sums are exact in 64 bits; where the plain kernel's are of 32 bits and wrap, the lower half is the same. Padding is the zero point, and the sum of
/// <c>(x - z) * w</c> is that of <c>x * w</c> less <c>z</c> times the sum of the weights, which goes into the start value.
/// </remarks>
internal sealed class WideSums<TAccumulator, TRounding> : IFastKernel<short>
    where TAccumulator : unmanaged, IBinaryInteger<TAccumulator>
    where TRounding : struct, IRounding
{
    private readonly WindowGeometry _window;
    private readonly Requantization _codes;
    private readonly int _depth;
    private readonly int _groups;
    private readonly int _rowLength;
    private readonly AlignedMemory<short> _row;
    private readonly AlignedMemory<sbyte> _weights;
    private readonly long[] _starts;

    /// <summary>Packs weights and biases.</summary>
    /// <param name="window">Of constant shapes.</param>
    /// <param name="filter">How the weights lie.</param>
    /// <param name="codes">One factor for each output channel.</param>
    /// <param name="weights">Less their zero point inside int8.</param>
    /// <param name="bias">One for each output channel, or empty for none.</param>
    public WideSums(WindowGeometry window, TapFilter filter, Requantization codes, ReadOnlySpan<sbyte> weights, ReadOnlySpan<TAccumulator> bias)
    {
        (_window, _codes, _depth, _groups) = (window, codes, filter.Depth, window.InputChannels / filter.Depth);
        _rowLength = RowLength(window, filter);
        _row = new AlignedMemory<short>(_rowLength);
        _weights = new AlignedMemory<sbyte>(_groups * PaddedChannels(window, filter) * _rowLength);
        _starts = new long[window.OutputChannels];
        int perGroup = window.OutputChannels / _groups;
        for (int channel = 0; channel < _starts.Length; channel++)
        {
            (int group, int member) = Math.DivRem(channel, perGroup);
            int row = ((group * PaddedChannels(window, filter)) + member) * _rowLength;
            long sum = Pack(filter, weights[(channel * filter.ChannelStride)..], _weights.Span.Slice(row, _rowLength));
            _starts[channel] = (bias.IsEmpty ? 0 : long.CreateTruncating(bias[channel])) - (codes.InputZeroPoint * sum);
        }
    }

    /// <inheritdoc/>
    public string Name => Int16Dots.Name;

    /// <summary>Memory that it takes.</summary>
    public static Int128 Bytes(WindowGeometry window, TapFilter filter)
    {
        Int128 row = ((Int128)window.FilterHeight * window.FilterWidth * filter.Depth) + Int16Dots.Step;
        return (row * (sizeof(short) + ((window.OutputChannels + (Int128)Int16Dots.Channels) * (window.InputChannels / filter.Depth)))) + (sizeof(long) * (Int128)window.OutputChannels);
    }

    /// <inheritdoc/>
    public void Run(ReadOnlySpan<short> input, Span<short> output)
    {
        if (input.Length != _window.InputCount || output.Length != _window.OutputCount)
            throw new ArgumentException($"There are {input.Length} and {output.Length} codes; expected {_window.InputCount} and {_window.OutputCount}.", nameof(output));
        int perGroup = _window.OutputChannels / _groups;
        for (int batch = 0; batch < _window.Batches; batch++)
        {
            ReadOnlySpan<short> image = input.Slice(batch * (input.Length / _window.Batches), input.Length / _window.Batches);
            for (int y = 0; y < _window.OutputHeight; y++)
            for (int x = 0; x < _window.OutputWidth; x++)
            for (int group = 0; group < _groups; group++)
            {
                Gather(image, y, x, group * _depth);
                SumGroup(group * perGroup, output[..perGroup]);
                output = output[perGroup..];
            }
        }
    }

    // Taps outside the image are the zero point.
    private void Gather(ReadOnlySpan<short> image, int y, int x, int firstChannel)
    {
        Span<short> row = _row.Span;
        for (int fy = 0; fy < _window.FilterHeight; fy++)
        {
            int inputY = (y * _window.StrideHeight) - _window.PadTop + (fy * _window.DilationHeight);
            for (int fx = 0; fx < _window.FilterWidth; fx++)
            {
                int inputX = (x * _window.StrideWidth) - _window.PadLeft + (fx * _window.DilationWidth);
                bool isInside = inputY >= 0 && inputY < _window.InputHeight && inputX >= 0 && inputX < _window.InputWidth;
                if (isInside)
                    image.Slice((((inputY * _window.InputWidth) + inputX) * _window.InputChannels) + firstChannel, _depth).CopyTo(row);
                else
                    row[.._depth].Fill((short)_codes.InputZeroPoint);
                row = row[_depth..];
            }
        }
    }

    private void SumGroup(int firstChannel, Span<short> output)
    {
        Span<long> sums = stackalloc long[Int16Dots.Channels];
        int group = firstChannel / output.Length;
        int padded = (output.Length + Int16Dots.Channels - 1) / Int16Dots.Channels * Int16Dots.Channels;
        for (int first = 0; first < output.Length; first += Int16Dots.Channels)
        {
            ref sbyte weights = ref Unsafe.Add(ref _weights.First, ((group * padded) + first) * _rowLength);
            Int16Dots.Sum(ref _row.First, ref weights, _rowLength, sums);
            for (int lane = 0; lane < Math.Min(Int16Dots.Channels, output.Length - first); lane++)
            {
                int channel = firstChannel + first + lane;
                var sum = TAccumulator.CreateTruncating(_starts[channel] + sums[lane]);
                int code = FixedPoint.Requantize<TAccumulator, TRounding>(sum, _codes.Multipliers[channel]) + _codes.OutputZeroPoint;
                output[first + lane] = (short)Math.Clamp(code, _codes.ActivationMinimum, _codes.ActivationMaximum);
            }
        }
    }

    // The sum of the weights.
    private long Pack(TapFilter filter, ReadOnlySpan<sbyte> weights, Span<sbyte> row)
    {
        long sum = 0;
        int taps = _window.FilterHeight * _window.FilterWidth;
        for (int tap = 0; tap < taps; tap++)
        for (int c = 0; c < filter.Depth; c++)
        {
            int weight = weights[(tap * filter.TapStride) + c] - _codes.FilterZeroPoint;
            row[(tap * filter.Depth) + c] = (sbyte)weight;
            sum += weight;
        }

        return sum;
    }

    private static int RowLength(WindowGeometry window, TapFilter filter) =>
        ((window.FilterHeight * window.FilterWidth * filter.Depth) + Int16Dots.Step - 1) / Int16Dots.Step * Int16Dots.Step;

    private static int PaddedChannels(WindowGeometry window, TapFilter filter)
    {
        int perGroup = window.OutputChannels / (window.InputChannels / filter.Depth);
        return (perGroup + Int16Dots.Channels - 1) / Int16Dots.Channels * Int16Dots.Channels;
    }
}
