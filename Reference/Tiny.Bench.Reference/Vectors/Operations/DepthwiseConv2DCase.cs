using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Kernels.Fast;
using Tiny.Bench.Reference.Plans;
using Tiny.Bench.Reference.Plans.Operators;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>depthwise_conv2d</c>.</summary>
internal sealed class DepthwiseConv2DCase : ConvolutionCase
{
    protected override void CheckFilter(VectorCase vectorCase, WindowGeometry window, Shape filter)
    {
        if (filter[0] != 1 || filter[3] != window.OutputChannels || window.OutputChannels % window.InputChannels != 0)
            throw vectorCase.Error($"weights {filter} do not fit {window.InputChannels} input and {window.OutputChannels} output channels");
        int depthMultiplier = window.OutputChannels / window.InputChannels;
        if (vectorCase.Parameters.Int32("depth_multiplier", depthMultiplier) != depthMultiplier)
            throw vectorCase.Error($"has depth_multiplier {vectorCase.Parameters.Int32("depth_multiplier")}; the channels give {depthMultiplier}");
    }

    protected override PlanParameters Lower(WindowGeometry window, Requantization codes, Shape filter) => new DepthwiseConv2DParameters(window, codes);

    protected override void Run<TActivation, TAccumulator, TRounding>(
        WindowGeometry window,
        Requantization codes,
        ReadOnlySpan<TActivation> input,
        ReadOnlySpan<sbyte> filter,
        ReadOnlySpan<TAccumulator> bias,
        Span<TActivation> output) =>
        DepthwiseConv2D.Run<TActivation, TAccumulator, TRounding>(window, codes, input, filter, bias, output);

    protected override IFastKernel<sbyte>? TryPack<TRounding>(
        WindowGeometry window, Requantization codes, ReadOnlySpan<sbyte> filter, ReadOnlySpan<int> bias, HostMemory memory) =>
        DepthwiseConv2D.TryPack<TRounding>(window, codes, filter, bias, memory);

    protected override IFastKernel<short>? TryPack<TAccumulator, TRounding>(
        WindowGeometry window, Requantization codes, ReadOnlySpan<sbyte> filter, ReadOnlySpan<TAccumulator> bias, HostMemory memory) =>
        DepthwiseConv2D.TryPack<TAccumulator, TRounding>(window, codes, filter, bias, memory);
}
