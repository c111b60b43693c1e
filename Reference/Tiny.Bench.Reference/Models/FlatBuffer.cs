using System.Buffers.Binary;

namespace Tiny.Bench.Reference.Models;

/// <summary>A bounds-checked cursor over the bytes of a flatbuffer. Nothing is copied; every offset is checked before it is followed.</summary>
/// <remarks>
/// A hostile file can point many times at the same bytes, so a vector may be read again and again. What may be read in all is
/// limited to a multiple of the file's length, which keeps the cost of parsing linear.
/// </remarks>
internal sealed class FlatBuffer(ReadOnlyMemory<byte> file, string source)
{
    private const int ReadsPerByte = 16;
    private const int ReadsForSmallFiles = 1 << 16;

    private long _readable = ((long)file.Length * ReadsPerByte) + ReadsForSmallFiles;

    /// <summary>The whole file.</summary>
    public ReadOnlyMemory<byte> File => file;

    /// <summary>What the errors call the file.</summary>
    public string Source => source;

    /// <summary>The table that the file's first word points to.</summary>
    public FlatTable Root() => new(this, Follow(0, "the root table"));

    /// <summary>Says that something is wrong at a byte offset.</summary>
    public ModelFormatException Error(long offset, string problem) => new($"{source} at byte {offset}", problem);

    /// <summary>Checked bytes; counts against the limit on all reads.</summary>
    public ReadOnlySpan<byte> Bytes(long offset, long count, string what)
    {
        if (offset < 0 || count < 0 || offset > file.Length - count)
            throw Error(offset, $"{what} takes {count} bytes; the file has {file.Length}");
        _readable -= count;
        if (_readable < 0)
            throw Error(offset, $"{what} is read after {ReadsPerByte} times the file's length was read: its tables overlap");
        return file.Span.Slice((int)offset, (int)count);
    }

    /// <summary>A little-endian unsigned 16-bit word.</summary>
    public ushort UInt16(long offset, string what) => BinaryPrimitives.ReadUInt16LittleEndian(Bytes(offset, 2, what));

    /// <summary>A little-endian signed 32-bit word.</summary>
    public int Int32(long offset, string what) => BinaryPrimitives.ReadInt32LittleEndian(Bytes(offset, 4, what));

    /// <summary>The place that the unsigned offset at <paramref name="offset"/> points to; always forward and inside the file.</summary>
    public int Follow(int offset, string what)
    {
        uint distance = BinaryPrimitives.ReadUInt32LittleEndian(Bytes(offset, 4, $"the offset of {what}"));
        long target = offset + (long)distance;
        if (distance == 0 || target > file.Length - 4)
            throw Error(offset, $"the offset of {what} is {distance}; expected 4 to {file.Length - 4 - offset}");
        return (int)target;
    }
}
