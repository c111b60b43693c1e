using System.Numerics;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>CONV_2D: NHWC input, OHWI filter, one factor per output channel, groups.</summary>
/// <remarks>Source: tflite reference/integer_ops/conv.h, ConvPerChannel; spec section 5, section 12 for int16 activations.</remarks>
public sealed partial class Conv2D : IKernel
{
    /// <summary>Computes all outputs.</summary>
    /// <param name="window">Groups follow from the filter: input channels over channels per filter.</param>
    /// <param name="codes">One multiplier per output channel.</param>
    /// <param name="input">[N,H,W,C].</param>
    /// <param name="filter">[O,FH,FW,C/groups].</param>
    /// <param name="bias">[O], or empty for none.</param>
    /// <param name="output">[N,OH,OW,O].</param>
    public static void Run<TActivation, TAccumulator, TRounding>(
        WindowGeometry window,
        Requantization codes,
        ReadOnlySpan<TActivation> input,
        ReadOnlySpan<sbyte> filter,
        ReadOnlySpan<TAccumulator> bias,
        Span<TActivation> output)
        where TActivation : unmanaged, IBinaryInteger<TActivation>
        where TAccumulator : unmanaged, IBinaryInteger<TAccumulator>
        where TRounding : struct, IRounding
    {
        int filterChannels = filter.Length / (window.OutputChannels * window.FilterHeight * window.FilterWidth);
        int outputsPerGroup = window.OutputChannels / (window.InputChannels / filterChannels);
        int at = 0;
        for (int batch = 0; batch < window.Batches; batch++)
        for (int y = 0; y < window.OutputHeight; y++)
        for (int x = 0; x < window.OutputWidth; x++)
        for (int channel = 0; channel < window.OutputChannels; channel++)
        {
            int firstInputChannel = channel / outputsPerGroup * filterChannels;
            TAccumulator sum = bias.IsEmpty ? TAccumulator.Zero : bias[channel];
            for (int fy = 0; fy < window.FilterHeight; fy++)
            {
                int inputY = (y * window.StrideHeight) - window.PadTop + (fy * window.DilationHeight);
                if (inputY < 0 || inputY >= window.InputHeight)
                    continue;
                for (int fx = 0; fx < window.FilterWidth; fx++)
                {
                    int inputX = (x * window.StrideWidth) - window.PadLeft + (fx * window.DilationWidth);
                    if (inputX < 0 || inputX >= window.InputWidth)
                        continue;
                    int inputAt = (((((batch * window.InputHeight) + inputY) * window.InputWidth) + inputX) * window.InputChannels) + firstInputChannel;
                    int filterAt = ((((channel * window.FilterHeight) + fy) * window.FilterWidth) + fx) * filterChannels;
                    ReadOnlySpan<TActivation> inputs = input.Slice(inputAt, filterChannels);
                    ReadOnlySpan<sbyte> weights = filter.Slice(filterAt, filterChannels);
                    for (int c = 0; c < inputs.Length; c++)
                    {
                        int product = (int.CreateTruncating(inputs[c]) - codes.InputZeroPoint) * (weights[c] - codes.FilterZeroPoint);
                        sum += TAccumulator.CreateTruncating(product);
                    }
                }
            }

            int code = FixedPoint.Requantize<TAccumulator, TRounding>(sum, codes.Multipliers[channel]) + codes.OutputZeroPoint;
            output[at++] = TActivation.CreateTruncating(Math.Clamp(code, codes.ActivationMinimum, codes.ActivationMaximum));
        }
    }
}
