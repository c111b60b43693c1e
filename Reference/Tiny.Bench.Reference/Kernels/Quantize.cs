using System.Numerics;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Reference.Plans.Operators;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>QUANTIZE: real numbers to codes, or codes to codes of another scale, zero point or type.</summary>
/// <remarks>Source: tflite reference/quantize.h, AffineQuantize, and reference/requantize.h, Requantize; spec section 10.</remarks>
public sealed class Quantize : IKernel
{
    /// <summary>Real numbers to codes: a binary32 quotient, rounded with ties away from zero.</summary>
    /// <param name="scale">Of the output; positive.</param>
    /// <param name="zeroPoint">Of the output.</param>
    /// <param name="input">Any shape. What is too large saturates; NaN becomes zero.</param>
    /// <param name="output">As the input.</param>
    public static void Run<TOutput>(float scale, int zeroPoint, ReadOnlySpan<float> input, Span<TOutput> output)
        where TOutput : unmanaged, IBinaryInteger<TOutput>, IMinMaxValue<TOutput>
    {
        for (int i = 0; i < input.Length; i++)
        {
            int steps = (int)MathF.Round(input[i] / scale, MidpointRounding.AwayFromZero);
            output[i] = TOutput.CreateSaturating((long)steps + zeroPoint);
        }
    }

    /// <summary>Codes to codes.</summary>
    /// <param name="factor">Input scale over output scale. A factor of 1 is exact: int8 and uint8 of equal scale differ by their zero points.</param>
    /// <param name="inputZeroPoint">Of the input.</param>
    /// <param name="outputZeroPoint">Of the output.</param>
    /// <param name="input">Any shape.</param>
    /// <param name="output">As the input.</param>
    public static void Run<TInput, TOutput, TRounding>(
        QuantizedMultiplier factor, int inputZeroPoint, int outputZeroPoint, ReadOnlySpan<TInput> input, Span<TOutput> output)
        where TInput : unmanaged, IBinaryInteger<TInput>
        where TOutput : unmanaged, IBinaryInteger<TOutput>, IMinMaxValue<TOutput>
        where TRounding : struct, IRounding
    {
        for (int i = 0; i < input.Length; i++)
        {
            int x = int.CreateTruncating(input[i]) - inputZeroPoint;
            output[i] = TOutput.CreateSaturating(TRounding.Requantize(x, factor) + outputZeroPoint);
        }
    }

    PreparedOperator IKernel.Prepare<TRounding>(OperatorContext context)
    {
        (Tensor input, Tensor output) = context.RequireUnary();
        return (input.Type, output.Type) switch
        {
            (TensorType.Float32, TensorType.Int8) => BindReal<sbyte>(),
            (TensorType.Float32, TensorType.Int16) => BindReal<short>(),
            (TensorType.Int8, TensorType.Int8) => BindCodes<sbyte, sbyte>(),
            (TensorType.Int8, TensorType.UInt8) => BindCodes<sbyte, byte>(),
            (TensorType.UInt8, TensorType.Int8) => BindCodes<byte, sbyte>(),
            (TensorType.Int8, TensorType.Int16) => BindCodes<sbyte, short>(),
            (TensorType.Int16, TensorType.Int8) => BindCodes<short, sbyte>(),
            (TensorType.Int16, TensorType.Int16) => BindCodes<short, short>(),
            _ => throw context.Unsupported(input, output),
        };

        PreparedOperator BindReal<TOutput>()
            where TOutput : unmanaged, IBinaryInteger<TOutput>, IMinMaxValue<TOutput>
        {
            (float scale, int zeroPoint) = context.RequirePerTensor(output);
            return new PreparedOperator(() => Run(scale, zeroPoint, input.Read<float>(), output.Write<TOutput>()))
            {
                Parameters = output.Type == TensorType.Int8 ? new ConversionParameters(BuiltinOperator.Quantize, output.Shape.ElementCount) : null,
            };
        }

        PreparedOperator BindCodes<TInput, TOutput>()
            where TInput : unmanaged, IBinaryInteger<TInput>
            where TOutput : unmanaged, IBinaryInteger<TOutput>, IMinMaxValue<TOutput>
        {
            (float inputScale, int inputZeroPoint) = context.RequirePerTensor(input);
            (float outputScale, int outputZeroPoint) = context.RequirePerTensor(output);
            QuantizedMultiplier factor = context.RequireMultiplier(ScaleFactors.Quotient(inputScale, outputScale));
            return new PreparedOperator(
                () => Run<TInput, TOutput, TRounding>(factor, inputZeroPoint, outputZeroPoint, input.Read<TInput>(), output.Write<TOutput>()));
        }
    }
}
