using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Kernels.Fast;
using static Tiny.Bench.Reference.Arithmetic.FixedPoint;
using static Tiny.Bench.Reference.Arithmetic.FixedPointFunctions;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>TANH: the hyperbolic tangent.</summary>
/// <remarks>Source: tflite integer_ops/tanh.h, Tanh; gemmlowp fixedpoint.h, tanh; spec section 9.</remarks>
public sealed class Tanh : IKernel
{
    private const float OutputScale = 1f / 128;

    /// <summary>Computes all outputs.</summary>
    /// <param name="codes">How input codes are read.</param>
    /// <param name="input">Any shape.</param>
    /// <param name="output">As the input; scale 1/128, zero point 0.</param>
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
            output[i] = MathF.Tanh(input[i]);
    }

    PreparedOperator IKernel.Prepare<TRounding>(OperatorContext context)
    {
        (Tensor input, Tensor output) = context.RequireElementwise();
        if (input.Type == TensorType.Float32)
            return new PreparedOperator(() => Run(input.Read<float>(), output.Write<float>()));
        if (input.Type != TensorType.Int8)
            throw context.Unsupported(input, output);

        context.RequireOutputQuantization(output, OutputScale, 0);
        (float scale, int zeroPoint) = context.RequirePerTensor(input);
        var codes = BoundedInput.FromScale(scale, zeroPoint);
        return CodeTable.Bind(context, input, output, (from, to) => Run<TRounding>(codes, from, to));
    }

    // x in Q4.27, the result in Q0.7. Tanh is odd, and so is the rounding.
    private static sbyte Code(int x)
    {
        if (x == 0)
            return 0;
        int magnitude = TanhOfMagnitude(-Math.Abs(x));
        int code = RoundingDivideByPowerOfTwo(x > 0 ? magnitude : -magnitude, 24);
        return (sbyte)Math.Clamp(code, sbyte.MinValue, sbyte.MaxValue);
    }
}
