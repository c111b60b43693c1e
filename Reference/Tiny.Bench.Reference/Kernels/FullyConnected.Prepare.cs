using System.Runtime.InteropServices;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Kernels.Fast;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Reference.Plans;
using Tiny.Bench.Reference.Plans.Operators;

namespace Tiny.Bench.Reference.Kernels;

/// <content>
/// Binding to a model. Inputs: rows of any shape, filter, optional bias. The option <c>keep_num_dims</c> shows in the output's shape only.
/// </content>
public sealed partial class FullyConnected : IWeightedSum<(int Batches, int Depth, int Units)>
{
    // Source: tflite-micro fully_connected.cc, FullyConnectedEval: int16 activations always take the int64 form.
    static bool IWeightedSum<(int Batches, int Depth, int Units)>.IsWideWithoutBias => true;

    PreparedOperator IKernel.Prepare<TRounding>(OperatorContext context)
    {
        context.RequireArity(2, 3);
        var tensors = new WeightedTensors(context.Input(0), context.Input(1), context.OptionalInput(2), context.Output());
        context.RequireRank(tensors.Filter, 2, 2);
        context.Require(tensors.Output.Shape.Rank >= 1, $"tensor {tensors.Output.Index} is a scalar; expected rows of units");

        OperatorOptions options = context.Options(BuiltinOptionsType.FullyConnected);
        int format = options.Byte(1, 0);
        context.Require(format == 0, $"the weights format is {format}; expected 0 (DEFAULT)");
        (int Batches, int Depth, int Units) extents = (tensors.Output.Shape.RowCount, tensors.Filter.Shape[1], tensors.Filter.Shape[0]);
        RequireExtents(context, extents, tensors.Input, tensors.Output);

        long products = (long)tensors.Input.Shape.ElementCount * extents.Units;
        return WeightedSum.Prepare<FullyConnected, (int Batches, int Depth, int Units), TRounding>(
            context, tensors, extents, extents.Units, activation: options.Byte(0, 0), products);
    }

    // Per-tensor weights: the product of the scales is rounded to binary32 before the division.
    // Source: spec section 2; tflite-micro fully_connected_common.cc, CalculateOpDataFullyConnected.
    static Requantization IWeightedSum<(int Batches, int Depth, int Units)>.PrepareCodes(
        OperatorContext context, WeightedTensors tensors, (int Batches, int Depth, int Units) geometry, int activation, bool wideAccumulator)
    {
        (Tensor input, Tensor filter, _, Tensor output) = tensors;
        if (filter.Quantization.IsPerChannel)
            return Requantization.PerChannel(context, input, filter, filterAxis: 0, output, geometry.Units, activation, wideAccumulator);

        (float inputScale, int inputZeroPoint) = context.RequirePerTensor(input);
        float filterScale = Requantization.RequireWeightScales(context, filter, axis: 0, geometry.Units)[0];
        float outputScale = context.RequirePerTensor(output).Scale;
        double real = ScaleFactors.PerTensor(inputScale, filterScale, outputScale);
        return Requantization.PerTensor(context, inputZeroPoint, real, output, geometry.Units, activation, wideAccumulator);
    }

    static IFastKernel<TActivation>? IWeightedSum<(int Batches, int Depth, int Units)>.TryPack<TActivation, TAccumulator, TRounding>(
        (int Batches, int Depth, int Units) geometry, Requantization codes, ReadOnlySpan<sbyte> filter, ReadOnlySpan<TAccumulator> bias, HostMemory memory) =>
        typeof(TActivation) == typeof(sbyte) && typeof(TAccumulator) == typeof(int)
            ? (IFastKernel<TActivation>?)TryPack<TRounding>(geometry.Batches, geometry.Depth, geometry.Units, codes, filter, MemoryMarshal.Cast<TAccumulator, int>(bias), memory)
            : typeof(TActivation) == typeof(short) ? (IFastKernel<TActivation>?)TryPack<TAccumulator, TRounding>(geometry.Batches, geometry.Depth, geometry.Units, codes, filter, bias, memory) : null;

    static PlanParameters IWeightedSum<(int Batches, int Depth, int Units)>.Lower(
        WeightedTensors tensors, (int Batches, int Depth, int Units) geometry, Requantization codes) =>
        new FullyConnectedParameters(geometry.Batches, geometry.Depth, geometry.Units, codes);

    static void IWeightedSum<(int Batches, int Depth, int Units)>.Run<TActivation, TAccumulator, TRounding>(
        (int Batches, int Depth, int Units) geometry,
        Requantization codes,
        ReadOnlySpan<TActivation> input,
        ReadOnlySpan<sbyte> filter,
        ReadOnlySpan<TAccumulator> bias,
        Span<TActivation> output) =>
        Run<TActivation, TAccumulator, TRounding>(geometry.Batches, geometry.Depth, geometry.Units, codes, input, filter, bias, output);

    static void IWeightedSum<(int Batches, int Depth, int Units)>.Run(
        (int Batches, int Depth, int Units) geometry,
        (float Minimum, float Maximum) range,
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> filter,
        ReadOnlySpan<float> bias,
        Span<float> output) =>
        Run(geometry.Batches, geometry.Depth, geometry.Units, range, input, filter, bias, output);

    private static void RequireExtents(OperatorContext context, (int Batches, int Depth, int Units) extents, Tensor input, Tensor output)
    {
        context.Require(extents.Units >= 1, "the filter has no units; expected at least 1");
        context.Require(
            output.Shape[^1] == extents.Units,
            $"tensor {output.Index} has rows of {output.Shape[^1]}; expected {extents.Units} as the filter has units");
        context.Require(
            input.Shape.ElementCount == (long)extents.Batches * extents.Depth,
            $"tensor {input.Index} has {input.Shape.ElementCount} elements; expected {extents.Batches} rows of {extents.Depth}");
    }
}
