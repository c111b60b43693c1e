using System.IO.Compression;
using Tiny.Bench.Core;

namespace Tiny.Bench.Datasets.Images;

/// <summary>PNG with 8 bits a channel, not interlaced: grey, RGB and palette, with or without opacity, which is dropped.</summary>
/// <remarks>Strict: every checksum is compared, and the compressed data must fill the picture exactly. Source: PNG (third edition).</remarks>
internal static class PngDecoder
{
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static RgbImage Decode(string where, ReadOnlySpan<byte> file)
    {
        var chunks = new PngChunkReader(where, file);
        PngHeader header = PngHeader.Read(where, chunks.Next());
        ReadOnlySpan<byte> palette = [];
        using var compressed = new MemoryStream();
        while (true)
        {
            PngChunk chunk = chunks.Next();
            switch (chunk.Type)
            {
                case "IDAT":
                    compressed.Write(chunk.Data);
                    break;
                case "PLTE":
                    palette = chunk.Data;
                    break;
                case "IEND":
                    compressed.Position = 0;
                    byte[] rows = Inflate(where, compressed, header);
                    PngFilter.Undo(where, rows, header);
                    return new RgbImage(header.Width, header.Height, ToRgb(where, rows, header, palette));
                default:
                    if (chunk.IsCritical)
                        throw new DatasetException($"{where}, byte {chunk.Offset}", $"chunk {chunk.Type} is not known, and critical");
                    break;
            }
        }
    }

    private static byte[] Inflate(string where, Stream compressed, PngHeader header)
    {
        var rows = new byte[header.Height * (1 + header.RowLength)];
        try
        {
            using var inflated = new ZLibStream(compressed, CompressionMode.Decompress);
            int count = inflated.ReadAtLeast(rows, rows.Length, throwOnEndOfStream: false);
            if (count < rows.Length)
                throw new DatasetException(where, $"the compressed data gives {count} bytes; the picture has {rows.Length}");
            if (inflated.ReadByte() >= 0)
                throw new DatasetException(where, $"the compressed data gives more than the {rows.Length} bytes of the picture");
            return rows;
        }
        catch (InvalidDataException problem)
        {
            throw new DatasetException(where, $"the compressed data is damaged: {problem.Message}", problem);
        }
    }

    private static byte[] ToRgb(string where, ReadOnlySpan<byte> rows, PngHeader header, ReadOnlySpan<byte> palette)
    {
        var pixels = new byte[header.Width * header.Height * 3];
        int next = 0;
        for (int y = 0; y < header.Height; y++)
        {
            ReadOnlySpan<byte> row = rows.Slice((y * (1 + header.RowLength)) + 1, header.RowLength);
            for (int x = 0; x < header.Width; x++, next += 3)
            {
                ReadOnlySpan<byte> stored = row.Slice(x * header.Channels, header.Channels);
                switch (header.Color)
                {
                    case PngColor.Rgb or PngColor.RgbAlpha:
                        stored[..3].CopyTo(pixels.AsSpan(next));
                        break;
                    case PngColor.Palette:
                        if ((stored[0] + 1) * 3 > palette.Length)
                            throw new DatasetException(where, $"pixel {x},{y} has color {stored[0]}; the palette has {palette.Length / 3}");
                        palette.Slice(stored[0] * 3, 3).CopyTo(pixels.AsSpan(next));
                        break;
                    default:
                        pixels.AsSpan(next, 3).Fill(stored[0]);
                        break;
                }
            }
        }

        return pixels;
    }
}
