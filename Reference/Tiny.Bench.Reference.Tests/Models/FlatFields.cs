using System.Buffers.Binary;
using System.Globalization;

namespace Tiny.Bench.Reference.Models;

/// <summary>A table: field number to scalar or node.</summary>
internal sealed class FlatFields : FlatNode
{
    public SortedDictionary<int, object> Fields { get; } = [];

    public object this[int field]
    {
        get => Fields[field];
        set => Fields[field] = value;
    }

    /// <summary>The bytes of a scalar; four zeros for an offset that is filled in later.</summary>
    public static byte[] Encode(object value)
    {
        var bytes = new byte[8];
        int length = value switch
        {
            byte or sbyte or bool => 1,
            ulong or long => 8,
            _ => 4,
        };
        long bits = value switch
        {
            FlatNode => 0,
            float real => BitConverter.SingleToInt32Bits(real),
            ulong wide => (long)wide,
            _ => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        };
        BinaryPrimitives.WriteInt64LittleEndian(bytes, bits);
        return bytes[..length];
    }
}
