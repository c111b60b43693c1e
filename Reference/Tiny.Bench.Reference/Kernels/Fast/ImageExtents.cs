namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>Rows and columns of an image as windows read it.</summary>
internal readonly record struct ImageExtents(int Height, int Width)
{
    /// <summary>The image as it lies there.</summary>
    public static ImageExtents Of(WindowGeometry window) => new(window.InputHeight, window.InputWidth);

    /// <summary>What all windows together reach, the padding before the image included.</summary>
    public static ImageExtents Reached(WindowGeometry window) => new(
        Reach(window.OutputHeight, window.StrideHeight, window.FilterHeight, window.DilationHeight),
        Reach(window.OutputWidth, window.StrideWidth, window.FilterWidth, window.DilationWidth));

    private static int Reach(int outputs, int stride, int taps, int dilation) =>
        (int)Math.Min(((outputs - 1L) * stride) + ((taps - 1L) * dilation) + 1, int.MaxValue);
}
