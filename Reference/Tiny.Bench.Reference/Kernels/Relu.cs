using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Kernels.Fast;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>RELU: <c>max(x, 0)</c>, rescaled to the output's codes.</summary>
/// <remarks>Source: tflite-micro activations.cc, ReluQuantized; spec section 10. The factor is a binary32 quotient (spec section 2).</remarks>
public sealed class Relu : IKernel
{
    private const int FusedRelu = 1;

    /// <summary>Computes all outputs.</summary>
    /// <param name="codes">One multiplier; the activation range starts at the output's zero point.</param>
    /// <param name="input">Any shape.</param>
    /// <param name="output">As the input.</param>
    public static void Run<TRounding>(Requantization codes, ReadOnlySpan<sbyte> input, Span<sbyte> output)
        where TRounding : struct, IRounding
    {
        for (int i = 0; i < input.Length; i++)
        {
            int code = codes.OutputZeroPoint + TRounding.Requantize(input[i] - codes.InputZeroPoint, codes.Multipliers[0]);
            output[i] = (sbyte)Math.Clamp(code, codes.ActivationMinimum, codes.ActivationMaximum);
        }
    }

    /// <summary>Computes all outputs in binary32.</summary>
    public static void Run(ReadOnlySpan<float> input, Span<float> output)
    {
        for (int i = 0; i < input.Length; i++)
            output[i] = input[i] < 0 ? 0 : input[i];
    }

    PreparedOperator IKernel.Prepare<TRounding>(OperatorContext context)
    {
        (Tensor input, Tensor output) = context.RequireElementwise();
        if (input.Type == TensorType.Float32)
            return new PreparedOperator(() => Run(input.Read<float>(), output.Write<float>()));
        if (input.Type != TensorType.Int8)
            throw context.Unsupported(input, output);

        (float inputScale, int inputZeroPoint) = context.RequirePerTensor(input);
        double factor = ScaleFactors.ShortQuotient(inputScale, context.RequirePerTensor(output).Scale);
        var codes = Requantization.PerTensor(context, inputZeroPoint, factor, output, channels: 1, FusedRelu, wideAccumulator: false);
        return CodeTable.Bind(context, input, output, (from, to) => Run<TRounding>(codes, from, to));
    }
}
