using Tiny.Bench.Reference.Execution;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>Weights as int8, whatever the file stores: int4 is unpacked once.</summary>
internal readonly struct Weights
{
    private readonly Tensor _tensor;
    private readonly sbyte[]? _unpacked;

    private Weights(Tensor tensor, sbyte[]? unpacked)
    {
        _tensor = tensor;
        _unpacked = unpacked;
    }

    /// <summary>One value per element, in the tensor's own order.</summary>
    public ReadOnlySpan<sbyte> Values => _unpacked ?? _tensor.Read<sbyte>();

    /// <summary>Whether a tensor can be weights.</summary>
    public static bool IsSupported(Tensor tensor) => tensor.Type is TensorType.Int8 or TensorType.Int4;

    /// <summary>Unpacks int4; int8 is used where it lies.</summary>
    public static Weights Prepare(OperatorContext context, Tensor tensor)
    {
        if (tensor.Type != TensorType.Int4)
            return new Weights(tensor, null);

        context.RequireConstant(tensor);
        context.RequireMemory(tensor.Shape.ElementCount);
        var unpacked = new sbyte[tensor.Shape.ElementCount];
        Int4.Unpack(tensor.Bytes, unpacked);
        return new Weights(tensor, unpacked);
    }
}
