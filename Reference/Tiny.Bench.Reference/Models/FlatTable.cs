using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Tiny.Bench.Reference.Models;

/// <summary>A table of a flatbuffer: fields by their number in the schema; an absent field gives the schema's default.</summary>
internal readonly struct FlatTable
{
    private readonly FlatBuffer _buffer;
    private readonly int _vtable;
    private readonly int _vtableLength;
    private readonly int _length;

    /// <summary>Checks the table's vtable: both lie inside the file.</summary>
    public FlatTable(FlatBuffer buffer, int position)
    {
        _buffer = buffer;
        Position = position;
        long vtable = position - (long)buffer.Int32(position, "a table");
        _vtableLength = buffer.UInt16(vtable, "the length of a vtable");
        _length = buffer.UInt16(vtable + 2, "the length of a table");
        _vtable = (int)vtable;
        if (_vtableLength < 4 || _vtableLength % 2 != 0 || vtable > buffer.Length - _vtableLength)
            throw buffer.Error(vtable, $"a vtable is {_vtableLength} bytes long; expected an even number of at least 4 inside the file");
        if (_length < 4 || position > buffer.Length - _length)
            throw buffer.Error(vtable + 2, $"a table is {_length} bytes long; expected at least 4, inside the file");
    }

    /// <summary>Byte offset in the file.</summary>
    public int Position { get; }

    /// <summary>Says that something about this table is wrong.</summary>
    public ModelFormatException Error(string problem) => _buffer.Error(Position, problem);

    /// <summary>A scalar <c>byte</c>, <c>ubyte</c> or byte-sized enum.</summary>
    public byte Byte(int field, byte fallback) => Find(field, 1) is { } at ? _buffer.Bytes(at, 1, "a byte field")[0] : fallback;

    /// <summary>A scalar <c>bool</c>.</summary>
    public bool Bool(int field, bool fallback) => Byte(field, fallback ? (byte)1 : (byte)0) != 0;

    /// <summary>A scalar <c>int</c>.</summary>
    public int Int32(int field, int fallback) => Find(field, 4) is { } at ? _buffer.Int32(at, "an int field") : fallback;

    /// <summary>A scalar <c>uint</c>.</summary>
    public uint UInt32(int field, uint fallback) => (uint)Int32(field, (int)fallback);

    /// <summary>A scalar <c>ulong</c>.</summary>
    public ulong UInt64(int field, ulong fallback) =>
        Find(field, 8) is { } at ? BinaryPrimitives.ReadUInt64LittleEndian(_buffer.Bytes(at, 8, "a ulong field")) : fallback;

    /// <summary>A scalar <c>float</c>.</summary>
    public float Float32(int field, float fallback) =>
        Find(field, 4) is { } at ? BinaryPrimitives.ReadSingleLittleEndian(_buffer.Bytes(at, 4, "a float field")) : fallback;

    /// <summary>A string; empty when absent. Bytes that are not UTF-8 are replaced.</summary>
    public string Text(int field) => Encoding.UTF8.GetString(Vector(field, 1));

    /// <summary>A vector of <c>int</c>; empty when absent.</summary>
    public int[] Int32Vector(int field, long maximumCount = long.MaxValue) =>
        MemoryMarshal.Cast<byte, int>(Vector(field, 4, maximumCount)).ToArray();

    /// <summary>A vector of <c>long</c>; empty when absent.</summary>
    public long[] Int64Vector(int field) => MemoryMarshal.Cast<byte, long>(Vector(field, 8)).ToArray();

    /// <summary>A vector of <c>float</c>; empty when absent.</summary>
    public float[] Float32Vector(int field) => MemoryMarshal.Cast<byte, float>(Vector(field, 4)).ToArray();

    /// <summary>A vector of bytes as a view into the file; empty when absent.</summary>
    public ReadOnlyMemory<byte> ByteVector(int field) =>
        FindVector(field) is { } vector ? _buffer.Slice(vector.Start, vector.Count, "a vector") : default;

    /// <summary>A table; null when absent.</summary>
    public FlatTable? Table(int field) => Find(field, 4) is { } at ? new FlatTable(_buffer, _buffer.Follow(at, "a table")) : null;

    /// <summary>A vector of tables; empty when absent.</summary>
    public FlatTable[] Tables(int field)
    {
        if (FindVector(field) is not { } vector)
            return [];
        _buffer.Bytes(vector.Start, 4 * vector.Count, "a vector of tables");
        var tables = new FlatTable[vector.Count];
        for (int index = 0; index < tables.Length; index++)
            tables[index] = new FlatTable(_buffer, _buffer.Follow(vector.Start + (4 * index), "a table in a vector"));
        return tables;
    }

    /// <summary>Whether the field is present.</summary>
    public bool Has(int field) => Find(field, 1) is not null;

    private ReadOnlySpan<byte> Vector(int field, int elementSize, long maximumCount = long.MaxValue)
    {
        if (FindVector(field) is not { } vector)
            return default;
        if (vector.Count > maximumCount)
            throw _buffer.Error(vector.Start, $"a vector has {vector.Count} elements; expected at most {maximumCount}");
        return _buffer.Bytes(vector.Start, vector.Count * elementSize, "a vector");
    }

    private (int Start, long Count)? FindVector(int field)
    {
        if (Find(field, 4) is not { } at)
            return null;
        int vector = _buffer.Follow(at, "a vector");
        return (vector + 4, (uint)_buffer.Int32(vector, "the length of a vector"));
    }

    private int? Find(int field, int size)
    {
        int slot = 4 + (2 * field);
        if (slot + 2 > _vtableLength)
            return null;
        int offset = _buffer.UInt16(_vtable + slot, "a vtable slot");
        if (offset == 0)
            return null;
        if (offset < 4 || offset + size > _length)
            throw _buffer.Error(_vtable + slot, $"field {field} lies at {offset} of its table; expected 4 to {_length - size}");
        return Position + offset;
    }
}
