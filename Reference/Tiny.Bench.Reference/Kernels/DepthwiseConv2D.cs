using System.Numerics;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>DEPTHWISE_CONV_2D: every input channel has filters of its own, and gives as many output channels as it has filters.</summary>
/// <remarks>Source: tflite reference/integer_ops/depthwise_conv.h, DepthwiseConvPerChannel; spec section 6, section 12 for int16 activations.</remarks>
public sealed partial class DepthwiseConv2D : IKernel
{
    /// <summary>Computes all outputs.</summary>
    /// <param name="window">Output channels are a multiple M of the input's: channel <c>c * M + m</c> sees input channel <c>c</c>.</param>
    /// <param name="codes">One multiplier per output channel.</param>
    /// <param name="input">[N,H,W,C].</param>
    /// <param name="filter">[1,FH,FW,O].</param>
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
        int depthMultiplier = window.OutputChannels / window.InputChannels;
        int at = 0;
        for (int batch = 0; batch < window.Batches; batch++)
        for (int y = 0; y < window.OutputHeight; y++)
        for (int x = 0; x < window.OutputWidth; x++)
        for (int channel = 0; channel < window.OutputChannels; channel++)
        {
            int inputChannel = channel / depthMultiplier;
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
                    int inputAt = (((((batch * window.InputHeight) + inputY) * window.InputWidth) + inputX) * window.InputChannels) + inputChannel;
                    int filterAt = (((fy * window.FilterWidth) + fx) * window.OutputChannels) + channel;
                    int product = (int.CreateTruncating(input[inputAt]) - codes.InputZeroPoint) * (filter[filterAt] - codes.FilterZeroPoint);
                    sum += TAccumulator.CreateTruncating(product);
                }
            }

            int code = FixedPoint.Requantize<TAccumulator, TRounding>(sum, codes.Multipliers[channel]) + codes.OutputZeroPoint;
            output[at++] = TActivation.CreateTruncating(Math.Clamp(code, codes.ActivationMinimum, codes.ActivationMaximum));
        }
    }
}
