using Tiny.Bench.Reference.Execution;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>Checks of what operators that move or reduce elements are told: axes, index vectors, element sizes.</summary>
internal static class IndexArguments
{
    /// <summary>The largest rank that such an operator takes.</summary>
    public const int MaximumRank = 6;

    /// <summary>An axis counted from the front; a negative one counts from the back.</summary>
    public static int RequireAxis(this OperatorContext context, int axis, int rank)
    {
        context.Require(axis >= -rank && axis < rank, $"axis is {axis}; expected {-rank} to {rank - 1}");
        return axis < 0 ? axis + rank : axis;
    }

    /// <summary>The values of a constant INT32 or INT64 tensor.</summary>
    public static int[] RequireIndices(this OperatorContext context, Tensor tensor)
    {
        context.RequireConstant(tensor);
        if (tensor.Type == TensorType.Int32)
            return tensor.Read<int>().ToArray();

        context.Require(tensor.Type == TensorType.Int64, $"tensor {tensor.Index} is {tensor.Type.SchemaName()}; expected INT32 or INT64");
        ReadOnlySpan<long> wide = tensor.Read<long>();
        var indices = new int[wide.Length];
        for (int i = 0; i < indices.Length; i++)
        {
            context.Require(
                wide[i] >= int.MinValue && wide[i] <= int.MaxValue,
                $"tensor {tensor.Index} holds {wide[i]} at element {i}; expected a value of 32 bits");
            indices[i] = (int)wide[i];
        }

        return indices;
    }

    /// <summary>The values of a constant index tensor that must have one for each axis.</summary>
    public static int[] RequireIndices(this OperatorContext context, Tensor tensor, int count)
    {
        int[] indices = context.RequireIndices(tensor);
        context.Require(indices.Length == count, $"tensor {tensor.Index} has {indices.Length} elements; expected {count}");
        return indices;
    }

    /// <summary>Bytes of one element of a tensor that is moved without being read: 1, 2, 4 or 8.</summary>
    public static int RequireElementSize(this OperatorContext context, Tensor tensor)
    {
        if (tensor.Type == TensorType.Int4 || tensor.Type.ByteCount(1) is not { } size || size > sizeof(long))
            throw context.Unsupported(tensor);
        return (int)size;
    }
}
