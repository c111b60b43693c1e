namespace Tiny.Bench.Reference.Kernels;

/// <content>The binary32 form: sums in binary32, tap by tap, bias last.</content>
public sealed partial class TransposeConv
{
    /// <summary>Computes all outputs; comparable with other builds within a tolerance, not to the bit (spec section 14).</summary>
    /// <param name="window">Padding lies on the output's side; there is no dilation.</param>
    /// <param name="range">The clamp of the fused activation.</param>
    /// <param name="input">[N,H,W,C].</param>
    /// <param name="filter">[O,FH,FW,C].</param>
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
        int at = 0;
        for (int batch = 0; batch < window.Batches; batch++)
        for (int y = 0; y < window.OutputHeight; y++)
        for (int x = 0; x < window.OutputWidth; x++)
        for (int channel = 0; channel < window.OutputChannels; channel++)
        {
            float sum = 0;
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
                        sum += input[inputAt + c] * filter[filterAt + c];
                }
            }

            sum += bias.IsEmpty ? 0 : bias[channel];
            output[at++] = Math.Clamp(sum, range.Minimum, range.Maximum);
        }
    }
}
