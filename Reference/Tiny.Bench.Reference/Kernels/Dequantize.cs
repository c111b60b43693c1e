using System.Numerics;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Reference.Plans.Operators;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>DEQUANTIZE: codes to real numbers.</summary>
/// <remarks>Source: tflite reference/dequantize.h, Dequantize; spec section 10.</remarks>
public sealed class Dequantize : IKernel
{
    /// <summary>Computes all outputs: the product in binary64, then one rounding.</summary>
    /// <param name="scale">Of the input.</param>
    /// <param name="zeroPoint">Of the input.</param>
    /// <param name="input">Any shape.</param>
    /// <param name="output">As the input.</param>
    public static void Run<TInput>(float scale, int zeroPoint, ReadOnlySpan<TInput> input, Span<float> output)
        where TInput : unmanaged, IBinaryInteger<TInput>
    {
        for (int i = 0; i < input.Length; i++)
            output[i] = (float)((double)scale * (int.CreateTruncating(input[i]) - zeroPoint));
    }

    PreparedOperator IKernel.Prepare<TRounding>(OperatorContext context)
    {
        (Tensor input, Tensor output) = context.RequireUnary();
        return (input.Type, output.Type) switch
        {
            (TensorType.Int8, TensorType.Float32) => Bind<sbyte>(),
            (TensorType.UInt8, TensorType.Float32) => Bind<byte>(),
            (TensorType.Int16, TensorType.Float32) => Bind<short>(),
            _ => throw context.Unsupported(input, output),
        };

        PreparedOperator Bind<TInput>()
            where TInput : unmanaged, IBinaryInteger<TInput>
        {
            (float scale, int zeroPoint) = context.RequirePerTensor(input);
            return new PreparedOperator(() => Run(scale, zeroPoint, input.Read<TInput>(), output.Write<float>()))
            {
                Parameters = input.Type == TensorType.Int8 ? new ConversionParameters(BuiltinOperator.Dequantize, input.Shape.ElementCount) : null,
            };
        }
    }
}
