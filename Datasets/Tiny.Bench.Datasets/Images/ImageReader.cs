using Tiny.Bench.Core;

namespace Tiny.Bench.Datasets.Images;

/// <summary>Pictures from PNG, PPM and raw files; what a file is, its first bytes say and not its name.</summary>
/// <remarks>A decoder of our own: of the packages at hand, StbImageSharp passes over wrong checksums and BigGustave runs past the end of short files.</remarks>
public static class ImageReader
{
    /// <summary>Most pixels in a row or column; a header that asks for more is refused before anything is allocated.</summary>
    public const int LargestSide = 4096;

    private const int Channels = 3;

    /// <summary>Largest file that is opened, in bytes: an uncompressed picture of the largest size with room for its headers.</summary>
    public const long LargestFile = 4L * LargestSide * LargestSide;

    /// <summary>Reads a PNG or PPM file.</summary>
    /// <exception cref="MissingFileException">There is no such file.</exception>
    /// <exception cref="DatasetException">It is no such picture, damaged or too large; the error names the byte.</exception>
    public static RgbImage Read(string path) => Decode(path, ReadFile(path));

    /// <summary>Reads a file of raw red, green and blue bytes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="width">1 to <see cref="LargestSide"/>.</param>
    /// <param name="height">1 to <see cref="LargestSide"/>.</param>
    /// <exception cref="MissingFileException">There is no such file.</exception>
    /// <exception cref="DatasetException">The size does not fit.</exception>
    public static RgbImage ReadRaw(string path, int width, int height) => DecodeRaw(path, ReadFile(path), width, height);

    /// <summary>Decodes the bytes of a PNG (8 bits a channel, not interlaced; transparency is dropped) or binary PPM file.</summary>
    /// <param name="where">What errors call the file.</param>
    /// <param name="file">All its bytes.</param>
    /// <exception cref="DatasetException">It is no such picture, or damaged; the error names the byte.</exception>
    public static RgbImage Decode(string where, ReadOnlySpan<byte> file)
    {
        if (file.StartsWith(PngDecoder.Signature))
            return PngDecoder.Decode(where, file);
        if (file.StartsWith(PpmDecoder.Signature))
            return PpmDecoder.Decode(where, file);
        throw new DatasetException(where, "is no picture that is known; expected PNG, or PPM with \"P6\" at its start");
    }

    /// <summary>Takes raw red, green and blue bytes as a picture.</summary>
    /// <param name="where">What errors call the file.</param>
    /// <param name="file">All its bytes: height x width x 3.</param>
    /// <param name="width">1 to <see cref="LargestSide"/>.</param>
    /// <param name="height">1 to <see cref="LargestSide"/>.</param>
    /// <exception cref="DatasetException">The size does not fit.</exception>
    public static RgbImage DecodeRaw(string where, ReadOnlySpan<byte> file, int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, LargestSide);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, LargestSide);
        int expected = width * height * Channels;
        if (file.Length != expected)
            throw new DatasetException(where, $"has {file.Length} bytes of pixels; {width} x {height} RGB has {expected}");
        return new RgbImage(width, height, file.ToArray());
    }

    private static byte[] ReadFile(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new MissingFileException("picture", [file.FullName], "A list or a folder names it.");
        return file.Length <= LargestFile
            ? File.ReadAllBytes(path)
            : throw new DatasetException(path, $"has {file.Length} bytes; expected at most {LargestFile}");
    }
}
