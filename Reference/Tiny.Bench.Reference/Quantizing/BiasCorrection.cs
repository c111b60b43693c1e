using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Quantizing;

/// <summary>Takes back in the bias what the rounding of weights changes in the mean of each output channel.</summary>
/// <remarks>Padding is left out of account. Source: Nagel et al. 2019, "Data-Free Quantization Through Weight Equalization and Bias Correction", section 4.2.</remarks>
internal static class BiasCorrection
{
    /// <summary>The bias less the mean of the error that the weights make.</summary>
    /// <param name="bias">One per output channel.</param>
    /// <param name="code">CONV_2D, DEPTHWISE_CONV_2D or FULLY_CONNECTED.</param>
    /// <param name="shape">Of the weights.</param>
    /// <param name="errors">Quantized weights less those of the float model.</param>
    /// <param name="means">Of each channel of the input.</param>
    public static float[] Correct(ReadOnlySpan<float> bias, BuiltinOperator code, Shape shape, ReadOnlySpan<float> errors, ReadOnlySpan<float> means)
    {
        bool isDepthwise = code == BuiltinOperator.DepthwiseConv2D;
        int outputs = isDepthwise ? shape[^1] : shape[0];
        int inner = shape.ElementCount / outputs;
        var corrected = new float[bias.Length];
        for (int output = 0; output < corrected.Length; output++)
        {
            double shift = 0;
            for (int tap = 0; tap < inner; tap++)
            {
                shift += isDepthwise
                    ? errors[(tap * outputs) + output] * (double)means[output / Math.Max(outputs / means.Length, 1)]
                    : errors[(output * inner) + tap] * (double)means[tap % means.Length];
            }

            corrected[output] = (float)(bias[output] - shift);
        }

        return corrected;
    }
}
