using System.Numerics;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary>What the operations on two broadcast tensors share.</summary>
internal abstract class PairCase : VectorOperation
{
    /// <summary>Runs the kernel.</summary>
    protected abstract void Run<T, TRounding>(
        VectorCase vectorCase, Broadcast shapes, ReadOnlySpan<T> input1, ReadOnlySpan<T> input2, Span<T> output)
        where T : unmanaged, IBinaryInteger<T>
        where TRounding : struct, IRounding;

    public sealed override Array Compute<TRounding>(VectorCase vectorCase)
    {
        var names = new CaseNames(vectorCase);
        VectorTensor input1 = names.Tensor("input1"), input2 = names.Tensor("input2");
        if (!Broadcast.TryCreate(input1.Shape, input2.Shape, out Broadcast? shapes))
            throw vectorCase.Error($"shapes {input1.Shape} and {input2.Shape} do not broadcast");
        vectorCase.RequireOutput(shapes.Output.ElementCount);
        return input1.Type switch
        {
            TensorType.Int8 => Combine<sbyte>(),
            TensorType.Int16 => Combine<short>(),
            _ => throw new UnsupportedVectorException(vectorCase.Id, $"no kernel takes {input1.Type.SchemaName()}"),
        };

        T[] Combine<T>()
            where T : unmanaged, IBinaryInteger<T>
        {
            var output = new T[shapes.Output.ElementCount];
            Run<T, TRounding>(vectorCase, shapes, input1.Read<T>(), input2.Read<T>(), output);
            return output;
        }
    }
}
