using System.Numerics;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>LEAKY_RELU: x where x is at least 0, <c>alpha * x</c> elsewhere; int8 and int16.</summary>
/// <remarks>Source: tflite reference/leaky_relu.h, QuantizeLeakyRelu; spec section 10. The factors are binary32 quotients (spec section 2).</remarks>
public sealed class LeakyRelu : IKernel
{
    /// <summary>Computes all outputs.</summary>
    /// <param name="codes">Zero points and factors.</param>
    /// <param name="input">Any shape.</param>
    /// <param name="output">As the input.</param>
    public static void Run<T, TRounding>(LeakyReluCodes codes, ReadOnlySpan<T> input, Span<T> output)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
        where TRounding : struct, IRounding
    {
        for (int i = 0; i < input.Length; i++)
        {
            int x = int.CreateTruncating(input[i]) - codes.InputZeroPoint;
            int scaled = x >= 0
                ? TRounding.Requantize(x, codes.Identity)
                : TRounding.Requantize(codes.AlphaIsNegative ? -x : x, codes.Alpha);
            output[i] = T.CreateSaturating(scaled + codes.OutputZeroPoint);
        }
    }

    PreparedOperator IKernel.Prepare<TRounding>(OperatorContext context)
    {
        (Tensor input, Tensor output) = context.RequireElementwise();
        float alpha = context.Options(BuiltinOptionsType.LeakyRelu).Float32(0, 0);
        return input.Type switch
        {
            TensorType.Int8 => Bind<sbyte>(),
            TensorType.Int16 => Bind<short>(),
            _ => throw context.Unsupported(input, output),
        };

        PreparedOperator Bind<T>()
            where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
        {
            (float inputScale, int inputZeroPoint) = context.RequirePerTensor(input);
            (float outputScale, int outputZeroPoint) = context.RequirePerTensor(output);
            double factor = ScaleFactors.ShortProduct(inputScale, alpha, outputScale);
            var codes = new LeakyReluCodes(
                inputZeroPoint,
                outputZeroPoint,
                Identity: context.RequireMultiplier(ScaleFactors.ShortQuotient(inputScale, outputScale)),
                Alpha: context.RequireMultiplier(Math.Abs(factor)),
                AlphaIsNegative: factor < 0);
            return new PreparedOperator(() => Run<T, TRounding>(codes, input.Read<T>(), output.Write<T>()));
        }
    }
}
