namespace Tiny.Bench.Reference.Kernels;

/// <content>The binary32 form.</content>
public sealed partial class MaxPool2D
{
    /// <summary>Computes all outputs.</summary>
    /// <param name="window">Without dilation; input and output have the same channels.</param>
    /// <param name="range">The clamp of the fused activation.</param>
    /// <param name="input">[N,H,W,C].</param>
    /// <param name="output">[N,OH,OW,C].</param>
    public static void Run(WindowGeometry window, (float Minimum, float Maximum) range, ReadOnlySpan<float> input, Span<float> output)
    {
        int at = 0;
        for (int batch = 0; batch < window.Batches; batch++)
        for (int y = 0; y < window.OutputHeight; y++)
        for (int x = 0; x < window.OutputWidth; x++)
        for (int channel = 0; channel < window.OutputChannels; channel++)
        {
            (int firstRow, int endRow) = window.RowsUnder(y);
            (int firstColumn, int endColumn) = window.ColumnsUnder(x);
            float highest = float.MinValue;
            for (int inputY = firstRow; inputY < endRow; inputY++)
            for (int inputX = firstColumn; inputX < endColumn; inputX++)
            {
                int inputAt = (((((batch * window.InputHeight) + inputY) * window.InputWidth) + inputX) * window.InputChannels) + channel;
                highest = input[inputAt] > highest ? input[inputAt] : highest;
            }

            output[at++] = Math.Clamp(highest, range.Minimum, range.Maximum);
        }
    }
}
