using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>DEPTHWISE_CONV_2D of int16 codes with one filter a channel: 8 channels at a time; the last ones are computed twice where their number is no multiple.</summary>
/// <remarks>Sums the same products as the plain kernel, tap by tap inside the image: at most <see cref="MaximumTaps"/> of less than 2^25.</remarks>
internal sealed class WideDepthwise<TAccumulator, TRounding> : IFastKernel<short>
    where TAccumulator : unmanaged, IBinaryInteger<TAccumulator>
    where TRounding : struct, IRounding
{
    /// <summary>Channels of a block.</summary>
    public const int Lanes = 8;

    /// <summary>Most taps whose sum surely fits 32 bits.</summary>
    public const int MaximumTaps = 64;

    private readonly WindowGeometry _window;
    private readonly Requantization _codes;
    private readonly AlignedMemory<int> _weights;
    private readonly TAccumulator[] _bias;

    /// <summary>Widens the weights.</summary>
    /// <param name="window">At least <see cref="Lanes"/> channels, as many in the input as in the output.</param>
    /// <param name="codes">One factor for each channel.</param>
    /// <param name="weights">[FH,FW,C].</param>
    /// <param name="bias">One for each channel, or empty for none.</param>
    public WideDepthwise(WindowGeometry window, Requantization codes, ReadOnlySpan<sbyte> weights, ReadOnlySpan<TAccumulator> bias)
    {
        (_window, _codes) = (window, codes);
        _weights = new AlignedMemory<int>(weights.Length);
        for (int at = 0; at < weights.Length; at++)
            _weights.Span[at] = weights[at] - codes.FilterZeroPoint;
        _bias = bias.IsEmpty ? new TAccumulator[window.OutputChannels] : bias.ToArray();
    }

    /// <inheritdoc/>
    public string Name => $"{Tier.Vector128.Name()} int16 products";

    /// <summary>Memory that it takes.</summary>
    public static long Bytes(WindowGeometry window) =>
        AlignedMemory<int>.Bytes((long)window.FilterHeight * window.FilterWidth * window.OutputChannels) + (sizeof(long) * (long)window.OutputChannels);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(ReadOnlySpan<short> input, Span<short> output)
    {
        if (input.Length != _window.InputCount || output.Length != _window.OutputCount)
            throw new ArgumentException($"There are {input.Length} and {output.Length} codes; expected {_window.InputCount} and {_window.OutputCount}.", nameof(output));
        int channels = _window.InputChannels;
        for (int batch = 0; batch < _window.Batches; batch++)
        {
            ref short image = ref Unsafe.Add(ref MemoryMarshal.GetReference(input), batch * _window.InputHeight * _window.InputWidth * channels);
            for (int y = 0; y < _window.OutputHeight; y++)
            for (int x = 0; x < _window.OutputWidth; x++)
            {
                for (int block = 0; block < channels; block += Lanes)
                {
                    int first = Math.Min(block, channels - Lanes);
                    SumBlock(ref Unsafe.Add(ref image, first), y, x, first, output.Slice(first, Lanes));
                }

                output = output[channels..];
            }
        }
    }

    private void SumBlock(ref short image, int y, int x, int firstChannel, Span<short> output)
    {
        var zeroPoint = Vector128.Create(_codes.InputZeroPoint);
        Vector128<int> lower = default, upper = default;
        for (int fy = 0; fy < _window.FilterHeight; fy++)
        {
            int inputY = (y * _window.StrideHeight) - _window.PadTop + (fy * _window.DilationHeight);
            if (inputY < 0 || inputY >= _window.InputHeight)
                continue;
            for (int fx = 0; fx < _window.FilterWidth; fx++)
            {
                int inputX = (x * _window.StrideWidth) - _window.PadLeft + (fx * _window.DilationWidth);
                if (inputX < 0 || inputX >= _window.InputWidth)
                    continue;
                var eight = Vector128.LoadUnsafe(ref image, (nuint)(((inputY * _window.InputWidth) + inputX) * _window.InputChannels));
                nuint weight = (nuint)((((fy * _window.FilterWidth) + fx) * _window.InputChannels) + firstChannel);
                lower += (Vector128.WidenLower(eight) - zeroPoint) * Vector128.LoadUnsafe(ref _weights.First, weight);
                upper += (Vector128.WidenUpper(eight) - zeroPoint) * Vector128.LoadUnsafe(ref _weights.First, weight + (Lanes / 2));
            }
        }

        Span<int> sums = stackalloc int[Lanes];
        lower.CopyTo(sums);
        upper.CopyTo(sums[(Lanes / 2)..]);
        for (int lane = 0; lane < Lanes; lane++)
        {
            int channel = firstChannel + lane;
            TAccumulator sum = _bias[channel] + TAccumulator.CreateTruncating(sums[lane]);
            int code = FixedPoint.Requantize<TAccumulator, TRounding>(sum, _codes.Multipliers[channel]) + _codes.OutputZeroPoint;
            output[lane] = (short)Math.Clamp(code, _codes.ActivationMinimum, _codes.ActivationMaximum);
        }
    }
}
