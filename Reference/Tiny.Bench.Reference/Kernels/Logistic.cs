using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Kernels.Fast;
using static Tiny.Bench.Reference.Arithmetic.FixedPoint;
using static Tiny.Bench.Reference.Arithmetic.FixedPointFunctions;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>LOGISTIC: <c>1 / (1 + exp(-x))</c>.</summary>
/// <remarks>Source: tflite integer_ops/logistic.h, Logistic; gemmlowp fixedpoint.h, logistic; spec section 9.</remarks>
public sealed class Logistic : IKernel
{
    private const float OutputScale = 1f / 256;

    /// <summary>Computes all outputs.</summary>
    /// <param name="codes">How input codes are read.</param>
    /// <param name="input">Any shape.</param>
    /// <param name="output">As the input; scale 1/256, zero point -128.</param>
    public static void Run<TRounding>(BoundedInput codes, ReadOnlySpan<sbyte> input, Span<sbyte> output)
        where TRounding : struct, IRounding
    {
        for (int i = 0; i < input.Length; i++)
        {
            int x = input[i] - codes.ZeroPoint;
            if (x <= -codes.Radius)
                output[i] = sbyte.MinValue;
            else if (x >= codes.Radius)
                output[i] = sbyte.MaxValue;
            else
                output[i] = Code(TRounding.Requantize(x, codes.Multiplier));
        }
    }

    /// <summary>Computes all outputs in binary32.</summary>
    public static void Run(ReadOnlySpan<float> input, Span<float> output)
    {
        for (int i = 0; i < input.Length; i++)
            output[i] = 1 / (1 + MathF.Exp(-input[i]));
    }

    PreparedOperator IKernel.Prepare<TRounding>(OperatorContext context)
    {
        (Tensor input, Tensor output) = context.RequireElementwise();
        if (input.Type == TensorType.Float32)
            return new PreparedOperator(() => Run(input.Read<float>(), output.Write<float>()));
        if (input.Type != TensorType.Int8)
            throw context.Unsupported(input, output);

        context.RequireOutputQuantization(output, OutputScale, sbyte.MinValue);
        (float scale, int zeroPoint) = context.RequirePerTensor(input);
        var codes = BoundedInput.FromScale(scale, zeroPoint);
        return CodeTable.Bind(context, input, output, (from, to) => Run<TRounding>(codes, from, to));
    }

    // x in Q4.27. Computed for the magnitude, as the exponential wants a negative argument, and mirrored at 1/2.
    private static sbyte Code(int x)
    {
        int logistic = 1 << 30;
        if (x != 0)
        {
            int upper = ReciprocalOnePlus(ExpOnNegativeValues(-Math.Abs(x), integerBits: 4));
            logistic = x > 0 ? upper : int.MaxValue - upper;
        }

        int code = RoundingDivideByPowerOfTwo(logistic, 23) + sbyte.MinValue;
        return (sbyte)Math.Clamp(code, sbyte.MinValue, sbyte.MaxValue);
    }
}
