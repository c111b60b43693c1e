using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace Tiny.Bench.Datasets.Images;

/// <summary>Writes PNG files chunk by chunk, right or wrong as a test wants them.</summary>
internal static class PngBytes
{
    public static byte[] Signature { get; } = [0x89, .. "PNG\r\n\u001A\n"u8];

    /// <summary>A whole file; <paramref name="rows"/> are filter bytes and pixels, as they are before compression.</summary>
    public static byte[] File(int width, int height, byte color, byte[] rows, byte[]? palette = null) =>
    [
        .. Signature,
        .. Header(width, height, color),
        .. palette is null ? [] : Chunk("PLTE", palette),
        .. Chunk("IDAT", Compress(rows)),
        .. Chunk("IEND", []),
    ];

    public static byte[] Header(int width, int height, byte color, byte depth = 8, byte interlace = 0)
    {
        var data = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(data, width);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(4), height);
        data[8] = depth;
        data[9] = color;
        data[12] = interlace;
        return Chunk("IHDR", data);
    }

    public static byte[] Chunk(string type, byte[] data)
    {
        byte[] body = [.. Encoding.Latin1.GetBytes(type), .. data];
        var chunk = new byte[4 + body.Length + 4];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        body.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(4 + body.Length), Crc32.HashToUInt32(body));
        return chunk;
    }

    public static byte[] Compress(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var writer = new ZLibStream(compressed, CompressionLevel.Optimal))
            writer.Write(bytes);
        return compressed.ToArray();
    }
}
