namespace Tiny.Bench.Datasets.Images;

/// <summary>A picture in the layout of the official inputs: rows from the top, pixels from the left, red, green and blue bytes.</summary>
public sealed class RgbImage
{
    internal RgbImage(int width, int height, byte[] pixels)
    {
        Width = width;
        Height = height;
        Pixels = pixels;
    }

    /// <summary>Pixels in a row, 1 to <see cref="ImageReader.LargestSide"/>.</summary>
    public int Width { get; }

    /// <summary>Number of rows, 1 to <see cref="ImageReader.LargestSide"/>.</summary>
    public int Height { get; }

    /// <summary>Height x width x 3 values, 0 to 255.</summary>
    public byte[] Pixels { get; }
}
