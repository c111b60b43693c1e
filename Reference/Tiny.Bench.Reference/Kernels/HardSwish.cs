using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Kernels.Fast;
using static Tiny.Bench.Reference.Arithmetic.FixedPoint;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>HARD_SWISH: <c>x * min(max(x + 3, 0), 6) / 6</c>, in 16-bit arithmetic.</summary>
/// <remarks>The same in every dialect. Source: tflite reference/hard_swish.h, HardSwish; spec section 11.</remarks>
public sealed class HardSwish : IKernel
{
    /// <summary>Computes all outputs.</summary>
    /// <param name="codes">Zero points and factors.</param>
    /// <param name="input">Any shape.</param>
    /// <param name="output">As the input.</param>
    public static void Run(HardSwishCodes codes, ReadOnlySpan<sbyte> input, Span<sbyte> output)
    {
        for (int i = 0; i < input.Length; i++)
        {
            // At most 255 * 128: seven bits of headroom used up, inside int16.
            int x = (input[i] - codes.InputZeroPoint) << 7;
            int scaled = HighMul(x, codes.OutputMultiplier);

            // x / 3 saturated to [-1, 1), then moved to [0, 1). All but the last bit of a left shift comes before the multiplication,
            // so that only the last one's saturation can reach the result.
            int relu = codes.ReluExponent > 0 ? ShiftLeft(x, codes.ReluExponent - 1) : x;
            relu = HighMul(relu, codes.ReluMultiplier);
            if (codes.ReluExponent > 0)
                relu = ShiftLeft(relu, 1);
            else
                relu = RoundingDivideByPowerOfTwo(relu, -codes.ReluExponent);
            relu = (relu + 32768) >> 1;

            // Truncated towards zero, which balances the upward ties of the two products before it.
            int product = scaled * relu / 32768;
            int code = RoundingDivideByPowerOfTwo(product, -codes.OutputExponent) + codes.OutputZeroPoint;
            output[i] = (sbyte)Math.Clamp(code, sbyte.MinValue, sbyte.MaxValue);
        }
    }

    PreparedOperator IKernel.Prepare<TRounding>(OperatorContext context)
    {
        (Tensor input, Tensor output) = context.RequireElementwise();
        if (input.Type != TensorType.Int8)
            throw context.Unsupported(input, output);

        (float inputScale, int inputZeroPoint) = context.RequirePerTensor(input);
        (float outputScale, int outputZeroPoint) = context.RequirePerTensor(output);
        (double toOutputReal, double toReluReal) = ScaleFactors.HardSwish(inputScale, outputScale);
        QuantizedMultiplier toOutput = context.RequireMultiplier(toOutputReal, maximumShift: 0);
        QuantizedMultiplier toRelu = context.RequireMultiplier(toReluReal);
        var codes = new HardSwishCodes(
            inputZeroPoint,
            outputZeroPoint,
            HardSwishCodes.Reduce(toOutput),
            toOutput.Shift,
            HardSwishCodes.Reduce(toRelu),
            toRelu.Shift);
        return CodeTable.Bind(context, input, output, (from, to) => Run(codes, from, to));
    }

    // The high half of 2ab for int16, ties up. A multiplier is never -32768, so nothing saturates.
    private static int HighMul(int a, int b) => ((a * b) + (1 << 14)) >> 15;

    private static int ShiftLeft(int x, int exponent) => (int)Math.Clamp((long)x << exponent, short.MinValue, short.MaxValue);
}
