namespace Tiny.Bench.Reference.Models;

/// <summary>Reads the table <c>Tensor</c> and checks type, shape and constant content against each other.</summary>
internal static class TensorReader
{
    /// <summary>Most axes a tensor may have; the kernels of the field stop at 8.</summary>
    public const int MaximumRank = 16;

    /// <summary>Reads one tensor; a constant becomes a view into <paramref name="contents"/>.</summary>
    public static ModelTensor Read(FlatTable table, int index, ReadOnlyMemory<byte>[] contents)
    {
        TensorType type = ReadType(table, index);
        Shape shape = ReadShape(table, index);
        long? byteCount = type.ByteCount(shape.ElementCount);
        if (byteCount > int.MaxValue)
            throw table.Error($"tensor {index} takes {byteCount} bytes ({type.SchemaName()} {shape}); expected at most {int.MaxValue}");
        if (table.Has(6))
            throw table.Error($"tensor {index} is sparse; expected a dense one");

        var tensor = new ModelTensor
        {
            Index = index,
            Name = table.Text(3),
            Type = type,
            Shape = shape,
            Quantization = QuantizationReader.Read(table, index, shape),
            IsVariable = table.Bool(5, false),
            Data = ReadConstant(table, index, contents),
        };
        if (tensor.Data is { } data && byteCount is not null && data.Length != byteCount)
            throw table.Error($"tensor {index} has {data.Length} bytes of constant; expected {byteCount} for {type.SchemaName()} {shape}");
        if (tensor.IsVariable && tensor.IsConstant)
            throw table.Error($"tensor {index} is variable and has a constant; expected one of them");
        return tensor;
    }

    private static TensorType ReadType(FlatTable table, int index)
    {
        var type = (TensorType)table.Byte(1, 0);
        if (!Enum.IsDefined(type))
            throw table.Error($"tensor {index} has type {(byte)type}; expected 0 to {(byte)TensorType.Int4}");
        return type;
    }

    // Extents of 0 are left out of the product, so that no part of a shape overflows either.
    private static Shape ReadShape(FlatTable table, int index)
    {
        int[] extents = table.Int32Vector(0, MaximumRank);
        long count = 1;
        foreach (int extent in extents)
        {
            if (extent < 0)
                throw table.Error($"tensor {index} has an extent of {extent}; expected at least 0");
            count *= Math.Max(extent, 1);
            if (count > int.MaxValue)
                throw table.Error($"tensor {index} has shape [{string.Join(',', extents)}]; expected at most {int.MaxValue} elements");
        }

        return new Shape(extents);
    }

    private static ReadOnlyMemory<byte>? ReadConstant(FlatTable table, int index, ReadOnlyMemory<byte>[] contents)
    {
        uint buffer = table.UInt32(2, 0);
        if (buffer == 0)
            return null;
        if (buffer >= contents.Length)
            throw table.Error($"tensor {index} lies in buffer {buffer}; the model has {contents.Length}");
        if (contents[buffer].IsEmpty)
            return null;
        return contents[buffer];
    }
}
