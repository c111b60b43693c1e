using System.Buffers.Binary;
using Tiny.Bench.Core;

namespace Tiny.Bench.Datasets.Images;

/// <summary>What the first chunk of a PNG file says about its pixels.</summary>
/// <param name="Width">1 to <see cref="ImageReader.LargestSide"/>.</param>
/// <param name="Height">1 to <see cref="ImageReader.LargestSide"/>.</param>
/// <param name="Color">How a pixel is stored.</param>
/// <param name="Channels">Bytes of a pixel, 1 to 4.</param>
internal readonly record struct PngHeader(int Width, int Height, PngColor Color, int Channels)
{
    private const int Length = 13;

    /// <summary>Bytes of a row after its filter byte.</summary>
    public int RowLength => Width * Channels;

    /// <summary>Reads an IHDR chunk.</summary>
    /// <exception cref="DatasetException">It is none, or asks for what is not supported.</exception>
    /// <remarks>Source: PNG (third edition) section 11.2.1.</remarks>
    public static PngHeader Read(string where, PngChunk chunk)
    {
        string place = $"{where}, byte {chunk.Offset}";
        if (chunk.Type != "IHDR" || chunk.Data.Length != Length)
            throw new DatasetException(place, $"chunk {chunk.Type} of {chunk.Data.Length} bytes; expected IHDR of {Length}");

        uint width = BinaryPrimitives.ReadUInt32BigEndian(chunk.Data);
        uint height = BinaryPrimitives.ReadUInt32BigEndian(chunk.Data[4..]);
        if (width is 0 or > ImageReader.LargestSide || height is 0 or > ImageReader.LargestSide)
            throw new DatasetException(place, $"the picture is {width} x {height}; expected 1 to {ImageReader.LargestSide} pixels a side");
        if (chunk.Data[8] != 8)
            throw new DatasetException(place, $"has {chunk.Data[8]} bits a channel; expected 8");
        var color = (PngColor)chunk.Data[9];
        int channels = color switch
        {
            PngColor.Grey or PngColor.Palette => 1,
            PngColor.GreyAlpha => 2,
            PngColor.Rgb => 3,
            PngColor.RgbAlpha => 4,
            _ => throw new DatasetException(place, $"has color type {chunk.Data[9]}; expected 0, 2, 3, 4 or 6"),
        };
        if (chunk.Data[10..].ContainsAnyExcept((byte)0))
            throw new DatasetException(place, "is interlaced, or its compression or filter method is not 0; expected a picture that is not interlaced");
        return new PngHeader((int)width, (int)height, color, channels);
    }
}
