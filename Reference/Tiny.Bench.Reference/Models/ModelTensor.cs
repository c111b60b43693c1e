namespace Tiny.Bench.Reference.Models;

/// <summary>A tensor as the file describes it.</summary>
public sealed record ModelTensor
{
    /// <summary>Index in its subgraph.</summary>
    public required int Index { get; init; }

    /// <summary>The file's name for it; may be empty.</summary>
    public required string Name { get; init; }

    /// <summary>Element type.</summary>
    public required TensorType Type { get; init; }

    /// <summary>Extents as recorded; every extent is known.</summary>
    public required Shape Shape { get; init; }

    /// <summary>Affine quantization, or <see cref="Models.Quantization.None"/>.</summary>
    public required Quantization Quantization { get; init; }

    /// <summary>Whether its content outlives an inference (SVDF state).</summary>
    public bool IsVariable { get; init; }

    /// <summary>The constant content, a view into the file; null when an operator or the caller computes it.</summary>
    /// <remarks>The reader has checked that its length is what type and shape ask for.</remarks>
    public ReadOnlyMemory<byte>? Data { get; init; }

    /// <summary>Whether the content is in the file.</summary>
    public bool IsConstant => Data is not null;

    /// <summary>Bytes that the content takes; throws for types without a fixed size.</summary>
    public int ByteCount => checked((int)(Type.ByteCount(Shape.ElementCount)
        ?? throw new InvalidOperationException($"Tensor {Index} has type {Type.SchemaName()}, which has no fixed size.")));
}
