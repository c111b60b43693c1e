using System.Runtime.InteropServices;

namespace Tiny.Bench.Reference.Vectors;

/// <summary>A tensor of a vector case: little-endian, row-major, a view into the category's blob.</summary>
public sealed class VectorTensor
{
    private readonly string _where;
    private readonly ReadOnlyMemory<byte> _content;

    internal VectorTensor(string where, TensorType type, Shape shape, ReadOnlyMemory<byte> content)
    {
        _where = where;
        Type = type;
        Shape = shape;
        _content = content;
    }

    /// <summary>Int8, UInt8, Int16, Int32 or Int64.</summary>
    public TensorType Type { get; }

    /// <summary>Extents.</summary>
    public Shape Shape { get; }

    /// <summary>The elements as bytes.</summary>
    internal ReadOnlyMemory<byte> Content => _content;

    /// <summary>The elements, which must have the asked type.</summary>
    /// <exception cref="VectorFormatException">The tensor has another type.</exception>
    public ReadOnlySpan<T> Read<T>()
        where T : unmanaged
    {
        TensorType asked = TypeOf<T>();
        return Type == asked
            ? MemoryMarshal.Cast<byte, T>(_content.Span)
            : throw new VectorFormatException(_where, $"is {Type.SchemaName()}; expected {asked.SchemaName()}");
    }

    /// <summary>The elements, whatever integer type they have.</summary>
    public long[] ReadIntegers() => Type switch
    {
        TensorType.Int8 => Widen(Read<sbyte>()),
        TensorType.UInt8 => Widen(Read<byte>()),
        TensorType.Int16 => Widen(Read<short>()),
        TensorType.Int32 => Widen(Read<int>()),
        _ => Read<long>().ToArray(),
    };

    /// <summary>The type and shape of a tensor without its content.</summary>
    internal static VectorTensor Declared(string where, TensorType type, Shape shape) => new(where, type, shape, default);

    /// <summary>A computed tensor.</summary>
    internal static VectorTensor Of(string where, Shape shape, Array elements)
    {
        var content = new byte[Buffer.ByteLength(elements)];
        Buffer.BlockCopy(elements, 0, content, 0, content.Length);

        // A pattern would not do: to the runtime a byte[] is an sbyte[] too.
        TensorType type = System.Type.GetTypeCode(elements.GetType().GetElementType()) switch
        {
            TypeCode.SByte => TensorType.Int8,
            TypeCode.Byte => TensorType.UInt8,
            TypeCode.Int16 => TensorType.Int16,
            TypeCode.Int32 => TensorType.Int32,
            _ => TensorType.Int64,
        };
        return new VectorTensor(where, type, shape, content);
    }

    private static long[] Widen<T>(ReadOnlySpan<T> values)
        where T : unmanaged, System.Numerics.IBinaryInteger<T>
    {
        var wide = new long[values.Length];
        for (int index = 0; index < wide.Length; index++)
            wide[index] = long.CreateTruncating(values[index]);
        return wide;
    }

    private static TensorType TypeOf<T>() => default(T) switch
    {
        sbyte => TensorType.Int8,
        byte => TensorType.UInt8,
        short => TensorType.Int16,
        int => TensorType.Int32,
        long => TensorType.Int64,
        _ => throw new NotSupportedException($"{typeof(T)} is no element type of the vector format."),
    };
}
