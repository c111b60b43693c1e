using System.Numerics;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>MUL: the real product of two inputs, each with a quantization of its own.</summary>
/// <remarks>Source: tflite reference/integer_ops/mul.h, MulElementwise; spec section 10.</remarks>
public sealed partial class Mul : IKernel, IElementwise<ProductCodes>
{
    /// <summary>Computes all outputs.</summary>
    /// <param name="shapes">How the inputs stretch over the output.</param>
    /// <param name="codes">Zero points, factor and clamp.</param>
    /// <param name="input1">As many elements as the first shape.</param>
    /// <param name="input2">As many elements as the second shape.</param>
    /// <param name="output">As many elements as the shape of the result.</param>
    public static void Run<T, TRounding>(Broadcast shapes, ProductCodes codes, ReadOnlySpan<T> input1, ReadOnlySpan<T> input2, Span<T> output)
        where T : unmanaged, IBinaryInteger<T>
        where TRounding : struct, IRounding
    {
        for (int at = 0; at < output.Length; at++)
        {
            (int at1, int at2) = shapes.Locate(at);
            int product = (int.CreateTruncating(input1[at1]) - codes.Input1ZeroPoint) * (int.CreateTruncating(input2[at2]) - codes.Input2ZeroPoint);
            int code = TRounding.Requantize(product, codes.Multiplier) + codes.OutputZeroPoint;
            output[at] = T.CreateTruncating(Math.Clamp(code, codes.ActivationMinimum, codes.ActivationMaximum));
        }
    }

    /// <summary>Computes all outputs in binary32.</summary>
    /// <param name="shapes">How the inputs stretch over the output.</param>
    /// <param name="range">The clamp of the fused activation.</param>
    /// <param name="input1">As many elements as the first shape.</param>
    /// <param name="input2">As many elements as the second shape.</param>
    /// <param name="output">As many elements as the shape of the result.</param>
    public static void Run(
        Broadcast shapes, (float Minimum, float Maximum) range, ReadOnlySpan<float> input1, ReadOnlySpan<float> input2, Span<float> output)
    {
        for (int at = 0; at < output.Length; at++)
        {
            (int at1, int at2) = shapes.Locate(at);
            output[at] = Math.Clamp(input1[at1] * input2[at2], range.Minimum, range.Maximum);
        }
    }
}
