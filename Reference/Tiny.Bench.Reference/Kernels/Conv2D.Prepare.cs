using System.Runtime.InteropServices;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Kernels.Fast;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Reference.Plans;
using Tiny.Bench.Reference.Plans.Operators;

namespace Tiny.Bench.Reference.Kernels;

/// <content>Binding to a model. Inputs: image, filter, optional bias.</content>
public sealed partial class Conv2D : IWeightedSum<WindowGeometry>
{
    // Source: tflite-micro conv.cc, Eval: int16 without a bias takes the int32 form.
    static bool IWeightedSum<WindowGeometry>.IsWideWithoutBias => false;

    PreparedOperator IKernel.Prepare<TRounding>(OperatorContext context)
    {
        context.RequireArity(2, 3);
        var tensors = new WeightedTensors(context.Input(0), context.Input(1), context.OptionalInput(2), context.Output());
        Tensor filter = tensors.Filter;
        context.RequireRank(filter, 4, 4);

        OperatorOptions options = context.Options(BuiltinOptionsType.Conv2D);
        var window = WindowGeometry.Prepare(context, tensors.Input, tensors.Output, new WindowOptions(
            (Padding)options.Byte(0, 0),
            filter.Shape[1],
            filter.Shape[2],
            StrideHeight: options.Int32(2, 0),
            StrideWidth: options.Int32(1, 0),
            DilationHeight: options.Int32(5, 1),
            DilationWidth: options.Int32(4, 1)));
        RequireGroups(context, window, filter);

        long products = window.OutputCount * (long)filter.Shape.Product(1, 4);
        return WeightedSum.Prepare<Conv2D, WindowGeometry, TRounding>(
            context, tensors, window, window.OutputChannels, activation: options.Byte(3, 0), products);
    }

    static Requantization IWeightedSum<WindowGeometry>.PrepareCodes(
        OperatorContext context, WeightedTensors tensors, WindowGeometry geometry, int activation, bool wideAccumulator) =>
        Requantization.PerChannel(
            context, tensors.Input, tensors.Filter, filterAxis: 0, tensors.Output, geometry.OutputChannels, activation, wideAccumulator);

    static IFastKernel<TActivation>? IWeightedSum<WindowGeometry>.TryPack<TActivation, TAccumulator, TRounding>(
        WindowGeometry geometry, Requantization codes, ReadOnlySpan<sbyte> filter, ReadOnlySpan<TAccumulator> bias, HostMemory memory) =>
        typeof(TActivation) == typeof(sbyte) && typeof(TAccumulator) == typeof(int)
            ? (IFastKernel<TActivation>?)TryPack<TRounding>(geometry, codes, filter, MemoryMarshal.Cast<TAccumulator, int>(bias), memory)
            : typeof(TActivation) == typeof(short) ? (IFastKernel<TActivation>?)TryPack<TAccumulator, TRounding>(geometry, codes, filter, bias, memory) : null;

    static PlanParameters IWeightedSum<WindowGeometry>.Lower(WeightedTensors tensors, WindowGeometry geometry, Requantization codes) =>
        new Conv2DParameters(geometry, codes, tensors.Filter.Shape[3]);

    private static void RequireGroups(OperatorContext context, WindowGeometry window, Tensor filter)
    {
        int filterChannels = filter.Shape[3];
        context.Require(
            filter.Shape[0] == window.OutputChannels,
            $"tensor {filter.Index} has {filter.Shape[0]} filters; expected {window.OutputChannels} as the output has channels");
        context.Require(
            filterChannels >= 1 && window.InputChannels % filterChannels == 0 && window.OutputChannels % (window.InputChannels / filterChannels) == 0,
            $"filters of {filterChannels} channels do not divide {window.InputChannels} input and {window.OutputChannels} output channels into groups");
    }
}
