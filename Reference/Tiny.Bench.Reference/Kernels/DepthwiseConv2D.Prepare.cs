using System.Runtime.InteropServices;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Kernels.Fast;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Reference.Plans;
using Tiny.Bench.Reference.Plans.Operators;

namespace Tiny.Bench.Reference.Kernels;

/// <content>Binding to a model. Inputs: image, filter, optional bias.</content>
public sealed partial class DepthwiseConv2D : IWeightedSum<WindowGeometry>
{
    // Source: tflite-micro depthwise_conv.cc, Eval: int16 activations always take the int64 form.
    static bool IWeightedSum<WindowGeometry>.IsWideWithoutBias => true;

    PreparedOperator IKernel.Prepare<TRounding>(OperatorContext context)
    {
        context.RequireArity(2, 3);
        var tensors = new WeightedTensors(context.Input(0), context.Input(1), context.OptionalInput(2), context.Output());
        Tensor filter = tensors.Filter;
        context.RequireRank(filter, 4, 4);

        OperatorOptions options = context.Options(BuiltinOptionsType.DepthwiseConv2D);
        var window = WindowGeometry.Prepare(context, tensors.Input, tensors.Output, new WindowOptions(
            (Padding)options.Byte(0, 0),
            filter.Shape[1],
            filter.Shape[2],
            StrideHeight: options.Int32(2, 0),
            StrideWidth: options.Int32(1, 0),
            DilationHeight: options.Int32(6, 1),
            DilationWidth: options.Int32(5, 1)));
        RequireChannels(context, window, filter, depthMultiplier: options.Int32(3, 0));

        long products = window.OutputCount * (long)filter.Shape.Product(1, 3);
        return WeightedSum.Prepare<DepthwiseConv2D, WindowGeometry, TRounding>(
            context, tensors, window, window.OutputChannels, activation: options.Byte(4, 0), products);
    }

    static Requantization IWeightedSum<WindowGeometry>.PrepareCodes(
        OperatorContext context, WeightedTensors tensors, WindowGeometry geometry, int activation, bool wideAccumulator) =>
        Requantization.PerChannel(
            context, tensors.Input, tensors.Filter, filterAxis: 3, tensors.Output, geometry.OutputChannels, activation, wideAccumulator);

    static IFastKernel<TActivation>? IWeightedSum<WindowGeometry>.TryPack<TActivation, TAccumulator, TRounding>(
        WindowGeometry geometry, Requantization codes, ReadOnlySpan<sbyte> filter, ReadOnlySpan<TAccumulator> bias, HostMemory memory) =>
        typeof(TActivation) == typeof(sbyte) && typeof(TAccumulator) == typeof(int)
            ? (IFastKernel<TActivation>?)TryPack<TRounding>(geometry, codes, filter, MemoryMarshal.Cast<TAccumulator, int>(bias), memory)
            : typeof(TActivation) == typeof(short) ? (IFastKernel<TActivation>?)TryPack<TAccumulator, TRounding>(geometry, codes, filter, bias, memory) : null;

    static PlanParameters IWeightedSum<WindowGeometry>.Lower(WeightedTensors tensors, WindowGeometry geometry, Requantization codes) =>
        new DepthwiseConv2DParameters(geometry, codes);

    // The shapes decide, as in TFLM; an option that says something else is a file that contradicts itself, 0 is one that says nothing.
    private static void RequireChannels(OperatorContext context, WindowGeometry window, Tensor filter, int depthMultiplier)
    {
        context.Require(
            filter.Shape[0] == 1 && filter.Shape[3] == window.OutputChannels,
            $"tensor {filter.Index} has shape {filter.Shape}; expected 1 filter of {window.OutputChannels} channels as the output");
        context.Require(
            window.OutputChannels % window.InputChannels == 0,
            $"the output has {window.OutputChannels} channels; expected a multiple of the input's {window.InputChannels}");
        int derived = window.OutputChannels / window.InputChannels;
        context.Require(
            depthMultiplier == 0 || depthMultiplier == derived,
            $"the depth multiplier is {depthMultiplier}; {window.InputChannels} input and {window.OutputChannels} output channels give {derived}");
    }
}
