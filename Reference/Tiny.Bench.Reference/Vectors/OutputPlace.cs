using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Vectors;

/// <summary>An element of an NHWC output.</summary>
internal readonly record struct OutputPlace(int Batch, int Row, int Column, int Channel)
{
    /// <summary>The place of a flat index.</summary>
    public static OutputPlace Of(WindowGeometry window, int element)
    {
        (int pixel, int channel) = Math.DivRem(element, window.OutputChannels);
        (int line, int column) = Math.DivRem(pixel, window.OutputWidth);
        (int batch, int row) = Math.DivRem(line, window.OutputHeight);
        return new OutputPlace(batch, row, column, channel);
    }
}
