using System.Numerics;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>TRANSPOSE_CONV: every input pixel spreads its filter over the output, one stride apart.</summary>
/// <remarks>
/// Input row <c>r</c> reaches output row <c>r * StrideHeight - PadTop + fy</c>. Written as a gather, so that each output is summed in one place:
/// output row <c>y</c> is reached by the taps whose <c>y + PadTop - fy</c> is a whole number of strides. Integer sums do not depend on the order.
/// Source: tflite reference/integer_ops/transpose_conv.h, TransposeConv.
/// </remarks>
public sealed partial class TransposeConv : IKernel
{
    /// <summary>Computes all outputs.</summary>
    /// <param name="window">Padding lies on the output's side; there is no dilation.</param>
    /// <param name="codes">One multiplier per output channel.</param>
    /// <param name="input">[N,H,W,C].</param>
    /// <param name="filter">[O,FH,FW,C].</param>
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
        int at = 0;
        for (int batch = 0; batch < window.Batches; batch++)
        for (int y = 0; y < window.OutputHeight; y++)
        for (int x = 0; x < window.OutputWidth; x++)
        for (int channel = 0; channel < window.OutputChannels; channel++)
        {
            TAccumulator sum = bias.IsEmpty ? TAccumulator.Zero : bias[channel];
            for (int fy = 0; fy < window.FilterHeight; fy++)
            {
                (int inputY, int betweenRows) = Math.DivRem(y + window.PadTop - fy, window.StrideHeight);
                if (betweenRows != 0 || inputY < 0 || inputY >= window.InputHeight)
                    continue;
                for (int fx = 0; fx < window.FilterWidth; fx++)
                {
                    (int inputX, int betweenColumns) = Math.DivRem(x + window.PadLeft - fx, window.StrideWidth);
                    if (betweenColumns != 0 || inputX < 0 || inputX >= window.InputWidth)
                        continue;
                    int inputAt = ((((batch * window.InputHeight) + inputY) * window.InputWidth) + inputX) * window.InputChannels;
                    int filterAt = ((((channel * window.FilterHeight) + fy) * window.FilterWidth) + fx) * window.InputChannels;
                    for (int c = 0; c < window.InputChannels; c++)
                    {
                        int factor = int.CreateTruncating(input[inputAt + c]) - codes.InputZeroPoint;
                        int weight = filter[filterAt + c] - codes.FilterZeroPoint;
                        sum += TAccumulator.CreateTruncating(factor * weight);
                    }
                }
            }

            int code = FixedPoint.Requantize<TAccumulator, TRounding>(sum, codes.Multipliers[channel]) + codes.OutputZeroPoint;
            output[at++] = TActivation.CreateTruncating(Math.Clamp(code, codes.ActivationMinimum, codes.ActivationMaximum));
        }
    }
}
