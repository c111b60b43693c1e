using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>depthwise_conv2d</c>.</summary>
internal sealed class DepthwiseConv2DCase : ConvolutionCase
{
    protected override void CheckFilter(VectorCase vectorCase, WindowGeometry window, Shape filter)
    {
        if (filter[3] != window.OutputChannels || window.InputChannels == 0 || window.OutputChannels % window.InputChannels != 0)
            throw vectorCase.Error($"weights {filter} do not fit {window.InputChannels} input and {window.OutputChannels} output channels");
    }

    protected override void Run<TActivation, TAccumulator, TRounding>(
        WindowGeometry window,
        Requantization codes,
        ReadOnlySpan<TActivation> input,
        ReadOnlySpan<sbyte> filter,
        ReadOnlySpan<TAccumulator> bias,
        Span<TActivation> output) =>
        DepthwiseConv2D.Run<TActivation, TAccumulator, TRounding>(window, codes, input, filter, bias, output);
}
