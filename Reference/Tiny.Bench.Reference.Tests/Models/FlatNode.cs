using System.Runtime.InteropServices;
using System.Text;

namespace Tiny.Bench.Reference.Models;

/// <summary>Something that an offset of a flatbuffer can point to. The same node may be pointed to from many places.</summary>
internal abstract class FlatNode
{
    /// <summary>A vector of tables; the same table may stand in it many times.</summary>
    public static FlatVector Tables(params FlatNode[] tables) => new(new byte[4 * tables.Length], tables.Length, tables);

    /// <summary>A vector of <c>int</c>.</summary>
    public static FlatVector Ints(params int[] values) => new(MemoryMarshal.AsBytes<int>(values).ToArray(), values.Length, []);

    /// <summary>A vector of <c>long</c>.</summary>
    public static FlatVector Longs(params long[] values) => new(MemoryMarshal.AsBytes<long>(values).ToArray(), values.Length, []);

    /// <summary>A vector of <c>float</c>.</summary>
    public static FlatVector Floats(params float[] values) => new(MemoryMarshal.AsBytes<float>(values).ToArray(), values.Length, []);

    /// <summary>A vector of bytes.</summary>
    public static FlatVector Bytes(params byte[] values) => new(values, values.Length, []);

    /// <summary>A string.</summary>
    public static FlatVector Text(string value) => Bytes(Encoding.UTF8.GetBytes(value));
}
