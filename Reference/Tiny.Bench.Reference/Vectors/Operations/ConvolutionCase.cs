using System.Numerics;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels;

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

    /// <summary>Checks the weights' shape against the channels.</summary>
    protected abstract void CheckFilter(VectorCase vectorCase, WindowGeometry window, Shape filter);

    public sealed override Array Compute<TRounding>(VectorCase vectorCase)
    {
        VectorTensor input = vectorCase.Tensor("input");
        Shape filter = vectorCase.Tensor("weights").Shape;
        if (filter.Rank != 4)
            throw vectorCase.Error($"weights have shape {filter}; expected rank 4");
        WindowGeometry window = CaseWindow.Of(vectorCase, (filter[1], filter[2]));
        CheckFilter(vectorCase, window, filter);
        vectorCase.RequireSteps((Int128)window.OutputCount * filter.ElementCount / filter[0]);
        Requantization codes = CaseCodes.Of(vectorCase, window.OutputChannels);
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
}
