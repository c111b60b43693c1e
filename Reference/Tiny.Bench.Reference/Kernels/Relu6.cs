using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Kernels.Fast;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>RELU6: <c>min(max(x, 0), 6)</c>.</summary>
/// <remarks>
/// The standalone operator clamps input codes and never rescales, whatever the output's scale.
/// Source: tflite-micro activations.cc, Relu6Quantized; spec section 10.
/// </remarks>
public sealed class Relu6 : IKernel
{
    private const int FusedRelu6 = 3;

    /// <summary>Computes all outputs.</summary>
    /// <param name="zero">Input code of 0.</param>
    /// <param name="six">Input code of 6, or the highest code.</param>
    /// <param name="input">Any shape.</param>
    /// <param name="output">As the input.</param>
    public static void Run(sbyte zero, sbyte six, ReadOnlySpan<sbyte> input, Span<sbyte> output)
    {
        for (int i = 0; i < input.Length; i++)
            output[i] = Math.Clamp(input[i], zero, six);
    }

    /// <summary>Computes all outputs in binary32.</summary>
    public static void Run(ReadOnlySpan<float> input, Span<float> output)
    {
        for (int i = 0; i < input.Length; i++)
            output[i] = Math.Clamp(input[i], 0, 6);
    }

    PreparedOperator IKernel.Prepare<TRounding>(OperatorContext context)
    {
        (Tensor input, Tensor output) = context.RequireElementwise();
        if (input.Type == TensorType.Float32)
            return new PreparedOperator(() => Run(input.Read<float>(), output.Write<float>()));
        if (input.Type != TensorType.Int8)
            throw context.Unsupported(input, output);

        (int zero, int six) = FusedActivation.CodeRange(context, FusedRelu6, input);
        return CodeTable.Bind(context, input, output, (from, to) => Run((sbyte)zero, (sbyte)six, from, to));
    }
}
