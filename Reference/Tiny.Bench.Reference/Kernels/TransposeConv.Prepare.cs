using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

/// <content>Binding to a model. Inputs: output shape, filter, image, optional bias.</content>
public sealed partial class TransposeConv : IWeightedSum<WindowGeometry>
{
    // Source: tflite-micro transpose_conv.cc, Eval: int16 activations always take the int64 form.
    static bool IWeightedSum<WindowGeometry>.IsWideWithoutBias => true;

    PreparedOperator IKernel.Prepare<TRounding>(OperatorContext context)
    {
        context.RequireArity(3, 4);
        var tensors = new WeightedTensors(context.Input(2), context.Input(1), context.OptionalInput(3), context.Output());
        RequireOutputShape(context, context.Input(0), tensors.Output);
        Tensor filter = tensors.Filter;
        context.RequireRank(filter, 4, 4);

        OperatorOptions options = context.Options(BuiltinOptionsType.TransposeConv);
        var window = WindowGeometry.Prepare(context, tensors.Input, tensors.Output, new WindowOptions(
            (Padding)options.Byte(0, 0),
            filter.Shape[1],
            filter.Shape[2],
            StrideHeight: options.Int32(2, 0),
            StrideWidth: options.Int32(1, 0),
            Transposed: true));
        context.Require(
            filter.Shape[0] == window.OutputChannels && filter.Shape[3] == window.InputChannels,
            $"tensor {filter.Index} has shape {filter.Shape}; expected {window.OutputChannels} filters of {window.InputChannels} channels");

        // The gather looks at every tap of every output, also at those between the input's pixels.
        long products = window.InputCount * (long)filter.Shape.Product(0, 3), taps = window.OutputCount * (long)filter.Shape.Product(1, 3);
        return WeightedSum.Prepare<TransposeConv, WindowGeometry, TRounding>(
            context, tensors, window, window.OutputChannels, activation: options.Byte(3, 0), products, taps);
    }

    static Requantization IWeightedSum<WindowGeometry>.PrepareCodes(
        OperatorContext context, WeightedTensors tensors, WindowGeometry geometry, int activation, bool wideAccumulator) =>
        Requantization.PerChannel(
            context, tensors.Input, tensors.Filter, filterAxis: 0, tensors.Output, geometry.OutputChannels, activation, wideAccumulator);

    private static void RequireOutputShape(OperatorContext context, Tensor shape, Tensor output)
    {
        context.RequireType(shape, TensorType.Int32);
        context.RequireConstant(shape);
        ReadOnlySpan<int> extents = shape.Read<int>();
        context.Require(
            extents.SequenceEqual(output.Shape.Extents),
            $"tensor {shape.Index} asks for output shape [{string.Join(',', extents.ToArray())}]; tensor {output.Index} has {output.Shape}");
    }
}
