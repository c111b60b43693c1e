namespace Tiny.Bench.Reference.Plans;

/// <summary>A tensor of a plan: Boards/docs/plan.md section 4.</summary>
/// <param name="Type">FLOAT32, INT32 or INT8.</param>
/// <param name="IsConstant">Whether it lies in the constants; else in the arena.</param>
/// <param name="Offset">Bytes from the start of that region; a multiple of 16.</param>
/// <param name="Length">Bytes; a multiple of the element's size, at least one element.</param>
/// <param name="Scale">Of an INT8 tensor with one scale; else 0.</param>
/// <param name="ZeroPoint">Of an INT8 tensor with one scale, -128 to 127; else 0.</param>
public readonly record struct PlanTensor(TensorType Type, bool IsConstant, int Offset, int Length, float Scale, int ZeroPoint)
{
    /// <summary>Number of elements.</summary>
    public int ElementCount => Length / ElementSize(Type);

    /// <summary>The first byte behind it, in its region.</summary>
    internal long End => (long)Offset + Length;

    /// <summary>Whether a plan can hold tensors of a type.</summary>
    internal static bool IsSupported(TensorType type) => type is TensorType.Float32 or TensorType.Int32 or TensorType.Int8;

    /// <summary>Bytes of an element of a supported type.</summary>
    internal static int ElementSize(TensorType type) => type == TensorType.Int8 ? 1 : 4;

    /// <summary>Whether two tensors have a byte in common.</summary>
    internal bool Overlaps(PlanTensor other) => IsConstant == other.IsConstant && Offset < other.End && other.Offset < End;

    /// <summary>Bytes of an upload that this input takes.</summary>
    internal long UploadBytes(InputEncoding encoding) => encoding switch
    {
        InputEncoding.UInt8Minus128 => ElementCount,
        InputEncoding.Float32 => (long)sizeof(float) * ElementCount,
        _ => Length,
    };
}
