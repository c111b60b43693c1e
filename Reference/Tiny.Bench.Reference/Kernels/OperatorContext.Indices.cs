using Tiny.Bench.Reference.Execution;

namespace Tiny.Bench.Reference.Kernels;

/// <content>Checks of what operators that move or reduce elements are told: axes, index vectors, element sizes.</content>
internal sealed partial class OperatorContext
{
    /// <summary>The largest rank that an operator takes which moves or reduces elements.</summary>
    public const int MaximumRank = 6;

    /// <summary>An axis counted from the front; a negative one counts from the back.</summary>
    public int RequireAxis(int axis, int rank)
    {
        Require(axis >= -rank && axis < rank, $"axis is {axis}; expected {-rank} to {rank - 1}");
        return FromFront(axis, rank);
    }

    /// <summary>An axis counted from the front; it lies in -rank to rank - 1.</summary>
    public static int FromFront(int axis, int rank) => axis < 0 ? axis + rank : axis;

    /// <summary>The values of a constant INT32 or INT64 tensor; at most two for each axis.</summary>
    public int[] RequireIndices(Tensor tensor)
    {
        RequireConstant(tensor);
        Require(
            tensor.Shape.ElementCount <= 2 * MaximumRank,
            $"tensor {tensor.Index} has {tensor.Shape.ElementCount} elements; expected at most {2 * MaximumRank}");
        if (tensor.Type == TensorType.Int32)
            return tensor.Read<int>().ToArray();

        Require(tensor.Type == TensorType.Int64, $"tensor {tensor.Index} is {tensor.Type.SchemaName()}; expected INT32 or INT64");
        ReadOnlySpan<long> wide = tensor.Read<long>();
        var indices = new int[wide.Length];
        for (int i = 0; i < indices.Length; i++)
        {
            Require(
                wide[i] >= int.MinValue && wide[i] <= int.MaxValue,
                $"tensor {tensor.Index} holds {wide[i]} at element {i}; expected a value of 32 bits");
            indices[i] = (int)wide[i];
        }

        return indices;
    }

    /// <summary>The values of a constant index tensor that must have one for each axis.</summary>
    public int[] RequireIndices(Tensor tensor, int count)
    {
        int[] indices = RequireIndices(tensor);
        Require(indices.Length == count, $"tensor {tensor.Index} has {indices.Length} elements; expected {count}");
        return indices;
    }

    /// <summary>Bytes of one element of a tensor that is moved without being read: 1, 2, 4 or 8.</summary>
    public int RequireElementSize(Tensor tensor)
    {
        if (tensor.Type == TensorType.Int4 || tensor.Type.ByteCount(1) is not { } size || size > sizeof(long))
            throw Unsupported(tensor);
        return (int)size;
    }
}
