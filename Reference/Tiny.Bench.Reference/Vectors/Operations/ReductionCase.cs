using System.Numerics;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Kernels.Fast;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary>What <c>mean</c> and <c>sum</c> share: <c>axes</c> may be negative, and doubles count once.</summary>
internal abstract class ReductionCase : VectorOperation
{
    /// <summary>Runs the kernel.</summary>
    protected abstract void Run<T, TRounding>(
        Reduction reduction, int inputZeroPoint, QuantizedMultiplier factor, int outputZeroPoint, ReadOnlySpan<T> input, Span<T> output)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
        where TRounding : struct, IRounding;

    /// <summary>The int8 form for this processor; null where there is none.</summary>
    protected virtual IFastKernel<sbyte>? TryPack<TRounding>(Reduction reduction, int inputZeroPoint, QuantizedMultiplier factor, int outputZeroPoint)
        where TRounding : struct, IRounding => null;

    public sealed override Array Compute<TRounding>(VectorCase vectorCase)
    {
        VectorTensor input = vectorCase.Tensor("input");
        Reduction reduction = Prepare(vectorCase, input);
        return input.Type switch
        {
            TensorType.Int8 => Reduce<sbyte>(),
            TensorType.Int16 => Reduce<short>(),
            _ => throw new UnsupportedVectorException(vectorCase.Id, $"no kernel takes {input.Type.SchemaName()}"),
        };

        T[] Reduce<T>()
            where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
        {
            VectorParameters parameters = vectorCase.Parameters;
            var output = new T[reduction.OutputCount];
            Run<T, TRounding>(
                reduction, parameters.ZeroPoint("input"), parameters.Multiplier("output"), parameters.ZeroPoint("output"), input.Read<T>(), output);
            return output;
        }
    }

    public sealed override Array? ComputeFast<TRounding>(VectorCase vectorCase)
    {
        VectorTensor input = vectorCase.Tensor("input");
        if (input.Type != TensorType.Int8)
            return null;
        Reduction reduction = Prepare(vectorCase, input);
        VectorParameters parameters = vectorCase.Parameters;
        IFastKernel<sbyte>? kernel = TryPack<TRounding>(
            reduction, parameters.ZeroPoint("input"), parameters.Multiplier("output"), parameters.ZeroPoint("output"));
        return CaseCodes.RunFast(kernel, input, reduction.OutputCount);
    }

    private static Reduction Prepare(VectorCase vectorCase, VectorTensor input)
    {
        int rank = input.Shape.Rank;
        int[] axes = vectorCase.Parameters.Int32List("axes");
        if (rank == 0 || input.Shape.ElementCount == 0 || axes.Any(axis => axis < -rank || axis >= rank))
            throw vectorCase.Error($"reduces {input.Shape} along [{string.Join(',', axes)}]; expected axes of a tensor with elements");
        var reduction = new Reduction(input.Shape, [.. axes.Select(axis => OperatorContext.FromFront(axis, rank))]);
        vectorCase.RequireOutput(reduction.OutputCount);
        return reduction;
    }
}
