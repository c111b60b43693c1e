using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>transpose</c>: extent i of the output is extent <c>perm[i]</c> of the input.</summary>
internal sealed class TransposeCase : VectorOperation
{
    public override Array Compute<TRounding>(VectorCase vectorCase)
    {
        VectorTensor input = vectorCase.Tensor("input");
        int[] permutation = vectorCase.Parameters.Int32List("perm");
        if (!permutation.Order().SequenceEqual(Enumerable.Range(0, input.Shape.Rank)))
            throw vectorCase.Error($"perm is [{string.Join(',', permutation)}]; expected an order of the {input.Shape.Rank} axes");
        var transposed = new Shape([.. permutation.Select(axis => input.Shape[axis])]);
        if (!transposed.Equals(vectorCase.Output.Shape))
            throw vectorCase.Error($"the output has shape {vectorCase.Output.Shape}; {input.Shape} in the order [{string.Join(',', permutation)}] gives {transposed}");
        return input.Type switch
        {
            TensorType.Int8 => Move<sbyte>(),
            TensorType.Int16 => Move<short>(),
            TensorType.Int32 => Move<int>(),
            _ => throw new UnsupportedVectorException(vectorCase.Id, $"no kernel takes {input.Type.SchemaName()}"),
        };

        T[] Move<T>()
            where T : unmanaged
        {
            var output = new T[input.Shape.ElementCount];
            Transpose.Run(input.Shape, permutation, input.Read<T>(), output);
            return output;
        }
    }
}
