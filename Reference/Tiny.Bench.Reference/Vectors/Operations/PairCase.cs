using System.Numerics;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Kernels.Fast;
using Tiny.Bench.Reference.Plans;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary>What the operations on two broadcast tensors share.</summary>
internal abstract class PairCase : VectorOperation
{
    /// <summary>Runs the kernel.</summary>
    protected abstract void Run<T, TRounding>(
        VectorCase vectorCase, Broadcast shapes, ReadOnlySpan<T> input1, ReadOnlySpan<T> input2, Span<T> output)
        where T : unmanaged, IBinaryInteger<T>
        where TRounding : struct, IRounding;

    /// <summary>The int8 form for this processor; null where there is none.</summary>
    protected virtual IFastPair? TryPack<TRounding>(VectorCase vectorCase, Broadcast shapes)
        where TRounding : struct, IRounding => null;

    /// <summary>What a board is given; null where a plan has no form for the operation.</summary>
    protected virtual PlanParameters? Lower(VectorCase vectorCase, Broadcast shapes) => null;

    /// <summary>Whether the kernel has a form for elements that are no codes.</summary>
    protected virtual bool TakesInt32 => false;

    public sealed override Array Compute<TRounding>(VectorCase vectorCase)
    {
        (VectorTensor input1, VectorTensor input2, Broadcast shapes) = Prepare(vectorCase);
        return input1.Type switch
        {
            TensorType.Int8 => Combine<sbyte>(),
            TensorType.Int16 => Combine<short>(),
            TensorType.Int32 when TakesInt32 => Combine<int>(),
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

    public sealed override Array? ComputeFast<TRounding>(VectorCase vectorCase)
    {
        (VectorTensor input1, VectorTensor input2, Broadcast shapes) = Prepare(vectorCase);
        if (input1.Type != TensorType.Int8 || input2.Type != TensorType.Int8 || TryPack<TRounding>(vectorCase, shapes) is not { } kernel)
            return null;
        var output = new sbyte[shapes.Output.ElementCount];
        kernel.Run(input1.Read<sbyte>(), input2.Read<sbyte>(), output);
        return output;
    }

    public sealed override LoweredCase? Lower(VectorCase vectorCase)
    {
        (VectorTensor input1, VectorTensor input2, Broadcast shapes) = Prepare(vectorCase);
        bool isInt8 = input1.Type == TensorType.Int8 && input2.Type == TensorType.Int8;
        return isInt8 && Lower(vectorCase, shapes) is { } parameters ? new LoweredCase(parameters, [input1, input2]) : null;
    }

    private static (VectorTensor Input1, VectorTensor Input2, Broadcast Shapes) Prepare(VectorCase vectorCase)
    {
        var names = new CaseNames(vectorCase);
        VectorTensor input1 = names.Tensor("input1"), input2 = names.Tensor("input2");
        if (!Broadcast.TryCreate(input1.Shape, input2.Shape, out Broadcast? shapes))
            throw vectorCase.Error($"shapes {input1.Shape} and {input2.Shape} do not broadcast");
        vectorCase.RequireOutput(shapes.Output.ElementCount);
        return (input1, input2, shapes);
    }
}
