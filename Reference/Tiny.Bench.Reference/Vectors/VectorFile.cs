using System.IO.Compression;

namespace Tiny.Bench.Reference.Vectors;

/// <summary>A file of a vector folder: plain, or gzip where its name ends in <c>.gz</c>.</summary>
internal static class VectorFile
{
    /// <summary>The ending of a compressed file's name.</summary>
    public const string Compressed = ".gz";

    /// <summary>The largest content that is unpacked: a few kilobytes of gzip can stand for gigabytes.</summary>
    public const int MaximumBytes = 1 << 26;

    // Header and trailer (RFC 1952, section 2.3).
    private const int SmallestGzip = 18;

    /// <summary>The file itself if it is there, else its compressed form.</summary>
    /// <exception cref="VectorFormatException">Neither is there.</exception>
    public static string Find(string path)
    {
        if (File.Exists(path))
            return path;
        return File.Exists(path + Compressed) ? path + Compressed : throw new VectorFormatException(path, "is missing");
    }

    /// <summary>The content, unpacked.</summary>
    /// <exception cref="VectorFormatException">The file is missing, is no gzip, is cut off, or is too large.</exception>
    public static byte[] Read(string path)
    {
        if (!File.Exists(path))
            throw new VectorFormatException(path, "is missing");
        byte[] content = File.ReadAllBytes(path);
        return path.EndsWith(Compressed, StringComparison.Ordinal) ? Unpack(path, content) : content;
    }

    private static byte[] Unpack(string path, byte[] packed)
    {
        try
        {
            using var content = new MemoryStream();
            using var unpacker = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
            Span<byte> part = stackalloc byte[4096];
            for (int read = unpacker.Read(part); read > 0; read = unpacker.Read(part))
            {
                if (content.Length + read > MaximumBytes)
                    throw new VectorFormatException(path, $"unpacks to more than {MaximumBytes} bytes");
                content.Write(part[..read]);
            }

            // The stream of .NET takes the end of the file for the end of the content: RFC 1952 ends with the content's length.
            if (packed.Length < SmallestGzip || BitConverter.ToUInt32(packed, packed.Length - 4) != content.Length)
                throw new VectorFormatException(path, $"is cut off after {content.Length} bytes of content");
            return content.ToArray();
        }
        catch (InvalidDataException e)
        {
            throw new VectorFormatException(path, $"is no gzip: {e.Message}", e);
        }
    }
}
