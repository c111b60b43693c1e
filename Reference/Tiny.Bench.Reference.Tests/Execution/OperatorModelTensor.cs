using System.Runtime.InteropServices;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Execution;

/// <summary>A tensor of an <see cref="OperatorModel"/>.</summary>
internal sealed record OperatorModelTensor(TensorType Type, params int[] Shape)
{
    /// <summary>Null for no quantization.</summary>
    public float? Scale { get; init; } = 0.5f;

    public int ZeroPoint { get; init; }

    public bool IsVariable { get; init; }

    /// <summary>The content of a constant, else null.</summary>
    public byte[]? Data { get; init; }

    /// <summary>The same with a content of int32 values; without any, of as many zeros as type and shape ask for.</summary>
    public OperatorModelTensor Constant(params int[] values) => this with
    {
        Data = values.Length > 0
            ? MemoryMarshal.AsBytes<int>(values).ToArray()
            : new byte[(int)Type.ByteCount(Shape.Aggregate(1, (product, extent) => product * extent))!.Value],
    };

    public FlatFields Write(int buffer)
    {
        var fields = new FlatFields
        {
            [0] = FlatNode.Ints(Shape),
            [1] = (byte)Type,
            [2] = Data is null ? 0 : buffer,
        };
        if (Scale is { } scale)
            fields[4] = new FlatFields { [2] = FlatNode.Floats(scale), [3] = FlatNode.Longs(ZeroPoint) };
        if (IsVariable)
            fields[5] = true;
        return fields;
    }
}
