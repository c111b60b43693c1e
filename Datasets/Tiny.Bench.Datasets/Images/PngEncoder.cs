using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace Tiny.Bench.Datasets.Images;

/// <summary>Writes a picture as PNG: 8-bit RGB, no filter.</summary>
/// <remarks>Source: PNG specification (W3C), sections 5 (chunks), 11.2.1 (IHDR) and 9 (filter type 0).</remarks>
public static class PngEncoder
{
    private const int Channels = 3;

    /// <summary>The bytes of the file; the same picture gives the same bytes.</summary>
    public static byte[] Encode(RgbImage image)
    {
        using var file = new MemoryStream();
        file.Write(PngDecoder.Signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, image.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], image.Height);
        header[8] = 8;
        header[9] = 2;
        WriteChunk(file, "IHDR", header);
        WriteChunk(file, "IDAT", Compress(image));
        WriteChunk(file, "IEND", []);
        return file.ToArray();
    }

    private static byte[] Compress(RgbImage image)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            int rowLength = image.Width * Channels;
            for (int row = 0; row < image.Height; row++)
            {
                zlib.WriteByte(0);
                zlib.Write(image.Pixels.AsSpan(row * rowLength, rowLength));
            }
        }

        return packed.ToArray();
    }

    private static void WriteChunk(MemoryStream file, string type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        byte[] name = Encoding.ASCII.GetBytes(type);
        file.Write(name);
        file.Write(data);
        var checksum = new Crc32();
        checksum.Append(name);
        checksum.Append(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, checksum.GetCurrentHashAsUInt32());
        file.Write(number);
    }
}
