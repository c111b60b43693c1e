namespace Tiny.Bench.Reference.Kernels;

/// <content>The binary32 form: sums in binary32, tap by tap, bias last.</content>
public sealed partial class DepthwiseConv2D
{
    /// <summary>Computes all outputs; comparable with other builds within a tolerance, not to the bit (spec section 14).</summary>
    /// <param name="window">Output channels are a multiple M of the input's: channel <c>c * M + m</c> sees input channel <c>c</c>.</param>
    /// <param name="range">The clamp of the fused activation.</param>
    /// <param name="input">[N,H,W,C].</param>
    /// <param name="filter">[1,FH,FW,O].</param>
    /// <param name="bias">[O], or empty for none.</param>
    /// <param name="output">[N,OH,OW,O].</param>
    public static void Run(
        WindowGeometry window,
        (float Minimum, float Maximum) range,
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> filter,
        ReadOnlySpan<float> bias,
        Span<float> output)
    {
        int depthMultiplier = window.OutputChannels / window.InputChannels;
        int at = 0;
        for (int batch = 0; batch < window.Batches; batch++)
        for (int y = 0; y < window.OutputHeight; y++)
        for (int x = 0; x < window.OutputWidth; x++)
        for (int channel = 0; channel < window.OutputChannels; channel++)
        {
            int inputChannel = channel / depthMultiplier;
            float sum = 0;
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
                    sum += input[inputAt] * filter[filterAt];
                }
            }

            sum += bias.IsEmpty ? 0 : bias[channel];
            output[at++] = Math.Clamp(sum, range.Minimum, range.Maximum);
        }
    }
}
