using System.Numerics;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Kernels.Fast;
using Tiny.Bench.Reference.Plans;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary>What <c>conv2d</c>, <c>depthwise_conv2d</c> and <c>transpose_conv2d</c> share: NHWC tensors, a window, weights and a bias.</summary>
internal abstract class ConvolutionCase : VectorOperation
{
    /// <summary>Runs the kernel.</summary>
    protected abstract void Run<TActivation, TAccumulator, TRounding>(
        WindowGeometry window,
        Requantization codes,
        ReadOnlySpan<TActivation> input,
        ReadOnlySpan<sbyte> filter,
        ReadOnlySpan<TAccumulator> bias,
        Span<TActivation> output)
        where TActivation : unmanaged, IBinaryInteger<TActivation>
        where TAccumulator : unmanaged, IBinaryInteger<TAccumulator>
        where TRounding : struct, IRounding;

    /// <summary>The int8 form packed for this processor; null where there is none.</summary>
    protected virtual IFastKernel<sbyte>? TryPack<TRounding>(
        WindowGeometry window, Requantization codes, ReadOnlySpan<sbyte> filter, ReadOnlySpan<int> bias, HostMemory memory)
        where TRounding : struct, IRounding => null;

    /// <summary>The int16 form packed for this processor; null where there is none.</summary>
    protected virtual IFastKernel<short>? TryPack<TAccumulator, TRounding>(
        WindowGeometry window, Requantization codes, ReadOnlySpan<sbyte> filter, ReadOnlySpan<TAccumulator> bias, HostMemory memory)
        where TAccumulator : unmanaged, IBinaryInteger<TAccumulator>
        where TRounding : struct, IRounding => null;

    /// <summary>Checks the weights' shape against the channels.</summary>
    protected abstract void CheckFilter(VectorCase vectorCase, WindowGeometry window, Shape filter);

    /// <summary>What a board is given; null where a plan has no form for the operation.</summary>
    protected virtual PlanParameters? Lower(WindowGeometry window, Requantization codes, Shape filter) => null;

    public sealed override Array Compute<TRounding>(VectorCase vectorCase)
    {
        VectorTensor input = vectorCase.Tensor("input");
        (WindowGeometry window, Requantization codes) = Prepare(vectorCase);
        return (input.Type, CaseCodes.Accumulator(vectorCase)) switch
        {
            (TensorType.Int8, TensorType.Int32) => Convolve<sbyte, int>(),
            (TensorType.Int16, TensorType.Int32) => Convolve<short, int>(),
            (TensorType.Int16, TensorType.Int64) => Convolve<short, long>(),
            var (type, accumulator) => throw CaseCodes.Unsupported(vectorCase, type, accumulator),
        };

        TActivation[] Convolve<TActivation, TAccumulator>()
            where TActivation : unmanaged, IBinaryInteger<TActivation>
            where TAccumulator : unmanaged, IBinaryInteger<TAccumulator>
        {
            var output = new TActivation[window.OutputCount];
            Run<TActivation, TAccumulator, TRounding>(
                window, codes, input.Read<TActivation>(), vectorCase.Weights(), CaseCodes.Bias<TAccumulator>(vectorCase, window.OutputChannels), output);
            return output;
        }
    }

    public sealed override Array? ComputeFast<TRounding>(VectorCase vectorCase)
    {
        VectorTensor input = vectorCase.Tensor("input");
        (WindowGeometry window, Requantization codes) = Prepare(vectorCase);
        return (input.Type, CaseCodes.Accumulator(vectorCase)) switch
        {
            (TensorType.Int8, TensorType.Int32) => CaseCodes.RunFast(
                TryPack<TRounding>(window, codes, vectorCase.Weights(), CaseCodes.Bias<int>(vectorCase, window.OutputChannels), CaseCodes.Memory()), input, window.OutputCount),
            (TensorType.Int16, TensorType.Int32) => Convolve<int>(),
            (TensorType.Int16, TensorType.Int64) => Convolve<long>(),
            _ => null,
        };

        short[]? Convolve<TAccumulator>()
            where TAccumulator : unmanaged, IBinaryInteger<TAccumulator>
        {
            ReadOnlySpan<TAccumulator> bias = CaseCodes.Bias<TAccumulator>(vectorCase, window.OutputChannels);
            return CaseCodes.RunFast(TryPack<TAccumulator, TRounding>(window, codes, vectorCase.Weights(), bias, CaseCodes.Memory()), input, window.OutputCount);
        }
    }

    public sealed override LoweredCase? Lower(VectorCase vectorCase)
    {
        VectorTensor input = vectorCase.Tensor("input");
        (WindowGeometry window, Requantization codes) = Prepare(vectorCase);
        bool isInt8 = input.Type == TensorType.Int8 && CaseCodes.Accumulator(vectorCase) == TensorType.Int32;
        return isInt8 && Lower(window, codes, vectorCase.Tensor("weights").Shape) is { } parameters
            ? new LoweredCase(parameters, [input], vectorCase.Weights().ToArray(), CaseCodes.PlanBias(vectorCase, window.OutputChannels))
            : null;
    }

    private (WindowGeometry Window, Requantization Codes) Prepare(VectorCase vectorCase)
    {
        Shape filter = vectorCase.Tensor("weights").Shape;
        if (filter.Rank != 4)
            throw vectorCase.Error($"weights have shape {filter}; expected rank 4");
        WindowGeometry window = CaseWindow.Of(vectorCase, (filter[1], filter[2]));
        CheckFilter(vectorCase, window, filter);
        vectorCase.RequireSteps((Int128)window.OutputCount * filter.ElementCount / filter[0]);
        return (window, CaseCodes.Of(vectorCase, window.OutputChannels));
    }
}
