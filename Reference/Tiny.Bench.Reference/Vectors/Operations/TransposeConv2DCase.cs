using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>transpose_conv2d</c>.</summary>
internal sealed class TransposeConv2DCase : ConvolutionCase
{
    protected override void CheckFilter(VectorCase vectorCase, WindowGeometry window, Shape filter)
    {
        if (filter[0] != window.OutputChannels || filter[3] != window.InputChannels)
            throw vectorCase.Error($"weights {filter} do not fit {window.InputChannels} input and {window.OutputChannels} output channels");
        CaseWindow.RequireNoDilation(vectorCase, window);
    }

    protected override void Run<TActivation, TAccumulator, TRounding>(
        WindowGeometry window,
        Requantization codes,
        ReadOnlySpan<TActivation> input,
        ReadOnlySpan<sbyte> filter,
        ReadOnlySpan<TAccumulator> bias,
        Span<TActivation> output) =>
        TransposeConv.Run<TActivation, TAccumulator, TRounding>(window, codes, input, filter, bias, output);
}
