using System.Buffers.Binary;

namespace Tiny.Bench.Reference.Models.Writing;

/// <summary>A table: its fields by number, each either bytes of its own or an offset. A field that is not set is absent.</summary>
internal sealed class FlatTableContent : FlatContent
{
    private readonly SortedDictionary<int, (byte[] Scalar, FlatContent? Target)> _fields = [];

    /// <summary>Sets a field of one byte: <c>byte</c>, <c>bool</c> or an enum.</summary>
    public FlatTableContent Byte(int field, byte value)
    {
        _fields[field] = ([value], null);
        return this;
    }

    /// <summary>Sets a field of type <c>int</c> or <c>uint</c>.</summary>
    public FlatTableContent Int32(int field, int value)
    {
        var word = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(word, value);
        _fields[field] = (word, null);
        return this;
    }

    /// <summary>Sets a field of type <c>float</c>.</summary>
    public FlatTableContent Float32(int field, float value) => Int32(field, BitConverter.SingleToInt32Bits(value));

    /// <summary>Sets a field that is a table, a vector or a string.</summary>
    public FlatTableContent Content(int field, FlatContent target)
    {
        _fields[field] = (new byte[sizeof(uint)], target);
        return this;
    }

    /// <inheritdoc/>
    /// <remarks>The wider fields come first, so that no field needs padding before it.</remarks>
    public override int Write(FlatBufferWriter writer)
    {
        List<KeyValuePair<int, (byte[] Scalar, FlatContent? Target)>> ordered = [.. _fields.OrderByDescending(field => field.Value.Scalar.Length)];
        var slots = new int[_fields.Count == 0 ? 0 : _fields.Keys.Max() + 1];
        int length = sizeof(int);
        foreach ((int field, (byte[] scalar, _)) in ordered)
        {
            slots[field] = length;
            length += scalar.Length;
        }

        writer.Align(sizeof(int));
        int vtable = writer.Position;
        writer.UInt16(sizeof(ushort) * (2 + slots.Length));
        writer.UInt16(length);
        foreach (int slot in slots)
            writer.UInt16(slot);

        writer.Align(sizeof(int));
        int table = writer.Position;
        writer.Int32(table - vtable);
        foreach ((_, (byte[] scalar, FlatContent? target)) in ordered)
        {
            if (target is null)
                writer.Bytes(scalar);
            else
                writer.Offset(target);
        }

        return table;
    }
}
