using System.Buffers.Binary;
using System.Text;

namespace Tiny.Bench.Reference.Models;

/// <summary>A bounds-checked cursor over a flatbuffer: every offset is checked before it is followed, and nothing is copied.</summary>
/// <remarks>
/// A hostile file can point many times at the same bytes, so a table or a vector may be read again and again. While a file is
/// parsed, what may be read in all is limited to a multiple of its length: that keeps the cost linear, in time and in memory.
/// </remarks>
internal sealed class FlatBuffer(ReadOnlyMemory<byte> file, string source)
{
    private const int ReadsPerByte = 16;
    private const int ReadsForSmallFiles = 1 << 16;

    private long _readable = ((long)file.Length * ReadsPerByte) + ReadsForSmallFiles;
    private bool _parsed;

    /// <summary>What the errors call the file.</summary>
    public string Source => source;

    /// <summary>Bytes in the file.</summary>
    public int Length => file.Length;

    /// <summary>The table that the file's first word points to, after a check of the four letters that name the schema.</summary>
    public FlatTable Root(ReadOnlySpan<byte> identifier)
    {
        if (!Bytes(4, identifier.Length, "the file identifier").SequenceEqual(identifier))
            throw Error(4, $"the file identifier is not {Encoding.ASCII.GetString(identifier)}: this is another kind of file");
        return new FlatTable(this, Follow(0, "the root table"));
    }

    /// <summary>Ends the limit on reads. From here on kernels read single fields, as often as the model is prepared.</summary>
    public void EndParsing() => _parsed = true;

    /// <summary>Says that something is wrong at a byte offset.</summary>
    public ModelFormatException Error(long offset, string problem) => new($"{source} at byte {offset}", problem);

    /// <summary>A checked view that nobody has read yet; does not count against the limit.</summary>
    public ReadOnlyMemory<byte> Slice(long offset, long count, string what)
    {
        if (offset < 0 || count < 0 || offset > file.Length - count)
            throw Error(offset, $"{what} takes {count} bytes; the file has {file.Length}");
        return file.Slice((int)offset, (int)count);
    }

    /// <summary>Checked bytes; counts against the limit on all reads.</summary>
    public ReadOnlySpan<byte> Bytes(long offset, long count, string what)
    {
        ReadOnlySpan<byte> bytes = Slice(offset, count, what).Span;
        if (_parsed)
            return bytes;
        _readable -= count;
        if (_readable < 0)
            throw Error(offset, $"{what} is read after {ReadsPerByte} times the file's length was read: its tables overlap");
        return bytes;
    }

    /// <summary>A little-endian unsigned 16-bit word.</summary>
    public ushort UInt16(long offset, string what) => BinaryPrimitives.ReadUInt16LittleEndian(Bytes(offset, 2, what));

    /// <summary>A little-endian signed 32-bit word.</summary>
    public int Int32(long offset, string what) => BinaryPrimitives.ReadInt32LittleEndian(Bytes(offset, 4, what));

    /// <summary>The place that the unsigned offset at <paramref name="offset"/> points to; always forward and inside the file.</summary>
    public int Follow(int offset, string what)
    {
        uint distance = (uint)Int32(offset, "an offset");
        long target = offset + (long)distance;
        if (distance < 4 || target > file.Length - 4)
            throw Error(offset, $"{what} lies {distance} bytes ahead; expected at least 4, and inside the {file.Length} bytes of the file");
        return (int)target;
    }
}
