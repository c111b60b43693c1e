using System.Numerics;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Kernels.Fast;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Reference.Plans.Operators;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>Binds an <see cref="IPool2D"/> to a model.</summary>
/// <remarks>The window comes from the options, so nothing bounds it but the image that it is cut to. Source: tflite-micro pooling_common.cc, PoolingPrepare.</remarks>
internal static class Pool2D
{
    // Source: tflite-micro pooling_common.cc, PoolingPrepare.
    private const double ScaleTolerance = 1e-6;

    /// <summary>Checks the operator.</summary>
    public static PreparedOperator Prepare<TPool>(OperatorContext context)
        where TPool : IPool2D
    {
        context.RequireArity(1, 1);
        Tensor input = context.Input(0), output = context.Output();
        OperatorOptions options = context.Options(BuiltinOptionsType.Pool2D);
        int activation = options.Byte(5, 0);
        var window = WindowGeometry.Prepare(context, input, output, new WindowOptions(
            (Padding)options.Byte(0, 0),
            FilterHeight: options.Int32(4, 0),
            FilterWidth: options.Int32(3, 0),
            StrideHeight: options.Int32(2, 0),
            StrideWidth: options.Int32(1, 0)));
        context.Require(
            window.InputChannels == window.OutputChannels,
            $"tensor {output.Index} has {window.OutputChannels} channels; expected {window.InputChannels} as the input");

        long positions = window.OutputCount * (long)Math.Min(window.FilterHeight, window.InputHeight) * Math.Min(window.FilterWidth, window.InputWidth);
        return (input.Type, output.Type) switch
        {
            (TensorType.Float32, TensorType.Float32) => BindFloat32(),
            (TensorType.Int8, TensorType.Int8) => Bind<sbyte>(),
            (TensorType.Int16, TensorType.Int16) => Bind<short>(),
            _ => throw context.Unsupported(input, output),
        };

        PreparedOperator BindFloat32()
        {
            (float Minimum, float Maximum) range = FusedActivation.FloatRange(context, activation);
            return new PreparedOperator(() => TPool.Run(window, range, input.Read<float>(), output.Write<float>()), otherSteps: positions);
        }

        PreparedOperator Bind<T>()
            where T : unmanaged, IBinaryInteger<T>
        {
            context.RequireSameQuantization(output, input, ScaleTolerance);
            (int minimum, int maximum) = FusedActivation.CodeRange(context, activation, output);
            IFastKernel<sbyte>? fast = typeof(T) == typeof(sbyte) && Tiers.Allow(context.Kernels) ? TPool.TryPack(window, minimum, maximum) : null;
            Action invoke = fast is null
                ? () => TPool.Run(window, minimum, maximum, input.Read<T>(), output.Write<T>())
                : () => fast.Run(input.Read<sbyte>(), output.Write<sbyte>());
            return new PreparedOperator(invoke, otherSteps: positions)
            {
                Parameters = input.Type == TensorType.Int8 ? new Pool2DParameters(TPool.Code, window, minimum, maximum) : null,
                Kernel = fast?.Name ?? PreparedOperator.PlainKernel,
            };
        }
    }
}
