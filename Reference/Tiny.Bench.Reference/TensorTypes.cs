namespace Tiny.Bench.Reference;

/// <summary>Facts about <see cref="TensorType"/>.</summary>
public static class TensorTypes
{
    /// <summary>Bytes that <paramref name="count"/> elements take in a flat buffer; null for types without a fixed size.</summary>
    public static long? ByteCount(this TensorType type, long count) => type switch
    {
        TensorType.Int4 => (count + 1) / 2,
        TensorType.UInt8 or TensorType.Int8 or TensorType.Bool => count,
        TensorType.Int16 or TensorType.UInt16 or TensorType.Float16 => 2 * count,
        TensorType.Float32 or TensorType.Int32 or TensorType.UInt32 => 4 * count,
        TensorType.Int64 or TensorType.UInt64 or TensorType.Float64 or TensorType.Complex64 => 8 * count,
        TensorType.Complex128 => 16 * count,
        _ => null,
    };

    /// <summary>The schema's spelling: <c>INT8</c>, <c>FLOAT32</c>.</summary>
    public static string SchemaName(this TensorType type) => type.ToString().ToUpperInvariant();
}
