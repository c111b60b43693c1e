using System.Numerics;
using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Kernels.Fast;
using Tiny.Bench.Reference.Plans.Operators;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>fully_connected</c>: weights [units, depth], with any number of axes for the depth; the input is read as rows of depth.</summary>
internal sealed class FullyConnectedCase : VectorOperation
{
    public override Array Compute<TRounding>(VectorCase vectorCase)
    {
        VectorTensor input = vectorCase.Tensor("input");
        (int batches, int depth, int units, Requantization codes) = Prepare(vectorCase, input);
        return (input.Type, CaseCodes.Accumulator(vectorCase)) switch
        {
            (TensorType.Int8, TensorType.Int32) => Multiply<sbyte, int>(),
            (TensorType.Int16, TensorType.Int32) => Multiply<short, int>(),
            (TensorType.Int16, TensorType.Int64) => Multiply<short, long>(),
            var (type, accumulator) => throw CaseCodes.Unsupported(vectorCase, type, accumulator),
        };

        TActivation[] Multiply<TActivation, TAccumulator>()
            where TActivation : unmanaged, IBinaryInteger<TActivation>
            where TAccumulator : unmanaged, IBinaryInteger<TAccumulator>
        {
            var output = new TActivation[batches * units];
            FullyConnected.Run<TActivation, TAccumulator, TRounding>(
                batches, depth, units, codes, input.Read<TActivation>(), vectorCase.Weights(), CaseCodes.Bias<TAccumulator>(vectorCase, units), output);
            return output;
        }
    }

    public override Array? ComputeFast<TRounding>(VectorCase vectorCase)
    {
        VectorTensor input = vectorCase.Tensor("input");
        (int batches, int depth, int units, Requantization codes) = Prepare(vectorCase, input);
        return (input.Type, CaseCodes.Accumulator(vectorCase)) switch
        {
            (TensorType.Int8, TensorType.Int32) => CaseCodes.RunFast(
                FullyConnected.TryPack<TRounding>(batches, depth, units, codes, vectorCase.Weights(), CaseCodes.Bias<int>(vectorCase, units), CaseCodes.Memory()),
                input,
                batches * units),
            (TensorType.Int16, TensorType.Int32) => Multiply<int>(),
            (TensorType.Int16, TensorType.Int64) => Multiply<long>(),
            _ => null,
        };

        short[]? Multiply<TAccumulator>()
            where TAccumulator : unmanaged, IBinaryInteger<TAccumulator>
        {
            ReadOnlySpan<TAccumulator> bias = CaseCodes.Bias<TAccumulator>(vectorCase, units);
            IFastKernel<short>? kernel = FullyConnected.TryPack<TAccumulator, TRounding>(
                batches, depth, units, codes, vectorCase.Weights(), bias, CaseCodes.Memory());
            return CaseCodes.RunFast(kernel, input, batches * units);
        }
    }

    public override LoweredCase? Lower(VectorCase vectorCase)
    {
        VectorTensor input = vectorCase.Tensor("input");
        (int batches, int depth, int units, Requantization codes) = Prepare(vectorCase, input);
        return input.Type == TensorType.Int8 && CaseCodes.Accumulator(vectorCase) == TensorType.Int32
            ? new LoweredCase(
                new FullyConnectedParameters(batches, depth, units, codes),
                [input],
                vectorCase.Weights().ToArray(),
                CaseCodes.PlanBias(vectorCase, units))
            : null;
    }

    private static (int Batches, int Depth, int Units, Requantization Codes) Prepare(VectorCase vectorCase, VectorTensor input)
    {
        Shape filter = vectorCase.Tensor("weights").Shape;
        int units = filter.Rank >= 2 ? filter[0] : 0, depth = filter.Rank >= 2 ? filter.Product(1, filter.Rank) : 0;
        if (units == 0 || depth == 0 || input.Shape.ElementCount % depth != 0)
            throw vectorCase.Error($"weights {filter} do not fit input {input.Shape}; expected [units, depth]");
        int batches = input.Shape.ElementCount / depth;
        vectorCase.RequireOutput((long)batches * units);
        vectorCase.RequireSteps((Int128)input.Shape.ElementCount * units);
        return (batches, depth, units, CaseCodes.Of(vectorCase, units));
    }
}
