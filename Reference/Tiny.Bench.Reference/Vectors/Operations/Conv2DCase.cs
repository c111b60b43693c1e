using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Kernels.Fast;
using Tiny.Bench.Reference.Plans;
using Tiny.Bench.Reference.Plans.Operators;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>conv2d</c>.</summary>
internal sealed class Conv2DCase : ConvolutionCase
{
    protected override void CheckFilter(VectorCase vectorCase, WindowGeometry window, Shape filter)
    {
        int groups = filter[3] == 0 ? 0 : window.InputChannels / filter[3];
        if (groups == 0 || groups * filter[3] != window.InputChannels || filter[0] != window.OutputChannels || window.OutputChannels % groups != 0)
            throw vectorCase.Error($"weights {filter} do not fit {window.InputChannels} input and {window.OutputChannels} output channels");
        if (vectorCase.Parameters.Int32("groups", groups) != groups)
            throw vectorCase.Error($"has {vectorCase.Parameters.Int32("groups")} groups; weights {filter} for {window.InputChannels} channels make {groups}");
    }

    protected override PlanParameters Lower(WindowGeometry window, Requantization codes, Shape filter) => new Conv2DParameters(window, codes, filter[3]);

    protected override void Run<TActivation, TAccumulator, TRounding>(
        WindowGeometry window,
        Requantization codes,
        ReadOnlySpan<TActivation> input,
        ReadOnlySpan<sbyte> filter,
        ReadOnlySpan<TAccumulator> bias,
        Span<TActivation> output) =>
        Conv2D.Run<TActivation, TAccumulator, TRounding>(window, codes, input, filter, bias, output);

    protected override IFastKernel<sbyte>? TryPack<TRounding>(
        WindowGeometry window, Requantization codes, ReadOnlySpan<sbyte> filter, ReadOnlySpan<int> bias, HostMemory memory) =>
        Conv2D.TryPack<TRounding>(window, codes, filter, bias, memory);

    protected override IFastKernel<short>? TryPack<TAccumulator, TRounding>(
        WindowGeometry window, Requantization codes, ReadOnlySpan<sbyte> filter, ReadOnlySpan<TAccumulator> bias, HostMemory memory) =>
        Conv2D.TryPack<TAccumulator, TRounding>(window, codes, filter, bias, memory);
}
