using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using Tiny.Bench.Core;

namespace Tiny.Bench.Datasets.Images;

/// <summary>Walks through the chunks of a PNG file and checks each.</summary>
/// <remarks>A chunk is length, type, data and CRC-32 of type and data. Source: PNG (third edition) section 5.3.</remarks>
internal ref struct PngChunkReader(string where, ReadOnlySpan<byte> file)
{
    private const int TypeLength = 4;
    private const int Overhead = sizeof(uint) + TypeLength + sizeof(uint);

    private readonly ReadOnlySpan<byte> _file = file;
    private int _position = PngDecoder.Signature.Length;

    /// <summary>The next chunk.</summary>
    /// <exception cref="DatasetException">The file ends before it does, or its checksum is wrong.</exception>
    public PngChunk Next()
    {
        ReadOnlySpan<byte> rest = _file[_position..];
        if (rest.Length < Overhead)
            throw Error($"the file ends after {rest.Length} bytes of a chunk; expected at least {Overhead}");
        uint length = BinaryPrimitives.ReadUInt32BigEndian(rest);
        if (length > rest.Length - Overhead)
            throw Error($"a chunk has {length} bytes of data; the file has {rest.Length - Overhead} for it");

        ReadOnlySpan<byte> checkedBytes = rest.Slice(sizeof(uint), TypeLength + (int)length);
        string type = Encoding.Latin1.GetString(checkedBytes[..TypeLength]);
        if (!type.All(char.IsAsciiLetter))
            throw Error("expected a chunk type of four letters");
        uint stored = BinaryPrimitives.ReadUInt32BigEndian(rest[(sizeof(uint) + checkedBytes.Length)..]);
        uint computed = Crc32.HashToUInt32(checkedBytes);
        if (stored != computed)
            throw Error($"chunk {type} has the CRC-32 {computed:x8}; the file says {stored:x8}");

        var chunk = new PngChunk(type, _position, checkedBytes[TypeLength..]);
        _position += Overhead + (int)length;
        return chunk;
    }

    private readonly DatasetException Error(string problem) => new($"{where}, byte {_position}", problem);
}
