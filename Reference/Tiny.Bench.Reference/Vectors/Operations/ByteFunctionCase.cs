using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels.Fast;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary>What the functions of one int8 code share.</summary>
internal abstract class ByteFunctionCase : VectorOperation
{
    /// <summary>Runs the kernel.</summary>
    protected abstract void Run<TRounding>(VectorCase vectorCase, ReadOnlySpan<sbyte> input, Span<sbyte> output)
        where TRounding : struct, IRounding;

    public sealed override Array Compute<TRounding>(VectorCase vectorCase)
    {
        VectorTensor input = vectorCase.Tensor("input");
        if (input.Type != TensorType.Int8)
            throw new UnsupportedVectorException(vectorCase.Id, $"no kernel takes {input.Type.SchemaName()}");
        var output = new sbyte[input.Shape.ElementCount];
        Run<TRounding>(vectorCase, input.Read<sbyte>(), output);
        return output;
    }

    public sealed override Array? ComputeFast<TRounding>(VectorCase vectorCase)
    {
        VectorTensor input = vectorCase.Tensor("input");
        if (input.Type != TensorType.Int8)
            return null;
        var output = new sbyte[input.Shape.ElementCount];
        CodeTable.Run((from, to) => Run<TRounding>(vectorCase, from, to), input.Read<sbyte>(), output);
        return output;
    }
}
