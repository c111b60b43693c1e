using System.Numerics;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

/// <content>Binding to a model. Inputs: image, filter, optional bias.</content>
public sealed partial class Conv2D
{
    PreparedOperator IKernel.Prepare<TRounding>(OperatorContext context)
    {
        context.RequireArity(2, 3);
        Tensor input = context.Input(0), filter = context.Input(1), output = context.Output();
        Tensor? bias = context.OptionalInput(2);
        context.RequireRank(filter, 4, 4);

        OperatorOptions options = context.Options(BuiltinOptionsType.Conv2D);
        int activation = options.Byte(3, 0);
        var window = WindowGeometry.Prepare(context, input, output, new WindowOptions(
            (Padding)options.Byte(0, 0),
            filter.Shape[1],
            filter.Shape[2],
            StrideHeight: options.Int32(2, 0),
            StrideWidth: options.Int32(1, 0),
            DilationHeight: options.Int32(5, 1),
            DilationWidth: options.Int32(4, 1)));
        RequireGroups(context, window, filter);
        if (bias is not null)
            context.RequireShape(bias, new Shape(window.OutputChannels));
        long products = window.OutputCount * (long)filter.Shape.Product(1, 4);

        if (input.Type == TensorType.Float32 && filter.Type == TensorType.Float32 && output.Type == TensorType.Float32)
        {
            (float Minimum, float Maximum) range = FusedActivation.FloatRange(context, activation);
            if (bias is not null)
                context.RequireType(bias, TensorType.Float32);
            return new PreparedOperator(
                () => Run(window, range, input.Read<float>(), filter.Read<float>(), Tensor.ReadOptional<float>(bias), output.Write<float>()),
                products);
        }

        if (!Weights.IsSupported(filter) || input.Type != output.Type)
            throw context.Unsupported(input, filter, bias, output);
        return (input.Type, bias?.Type ?? TensorType.Int32) switch
        {
            (TensorType.Int8, TensorType.Int32) => Bind<sbyte, int>(),
            (TensorType.Int16, TensorType.Int32) => Bind<short, int>(),
            (TensorType.Int16, TensorType.Int64) => Bind<short, long>(),
            _ => throw context.Unsupported(input, filter, bias, output),
        };

        PreparedOperator Bind<TActivation, TAccumulator>()
            where TActivation : unmanaged, IBinaryInteger<TActivation>
            where TAccumulator : unmanaged, IBinaryInteger<TAccumulator>
        {
            var codes = Requantization.PerChannel(
                context, input, filter, filterAxis: 0, output, window.OutputChannels, activation, wideAccumulator: typeof(TAccumulator) == typeof(long));
            var weights = Weights.Prepare(context, filter);
            return new PreparedOperator(
                () => Run<TActivation, TAccumulator, TRounding>(
                    window, codes, input.Read<TActivation>(), weights.Values, Tensor.ReadOptional<TAccumulator>(bias), output.Write<TActivation>()),
                products);
        }
    }

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
