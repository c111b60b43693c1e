using System.Numerics;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>SUB: the real difference of two inputs, each with a quantization of its own.</summary>
/// <remarks>
/// As ADD, but the factors are computed in binary32 throughout, which can move an output by one code.
/// Source: tflite reference/sub.h, SubElementwise; tflite-micro sub_common.cc; spec sections 2 and 10.
/// </remarks>
public sealed partial class Sub : IKernel, IElementwise<SumCodes>
{
    /// <summary>Computes all outputs.</summary>
    /// <param name="shapes">How the inputs stretch over the output.</param>
    /// <param name="codes">Zero points, factors and clamp.</param>
    /// <param name="input1">As many elements as the first shape.</param>
    /// <param name="input2">As many elements as the second shape.</param>
    /// <param name="output">As many elements as the shape of the result.</param>
    public static void Run<T, TRounding>(Broadcast shapes, SumCodes codes, ReadOnlySpan<T> input1, ReadOnlySpan<T> input2, Span<T> output)
        where T : unmanaged, IBinaryInteger<T>
        where TRounding : struct, IRounding
    {
        for (int at = 0; at < output.Length; at++)
        {
            (int at1, int at2) = shapes.Locate(at);
            (int first, int second) = codes.Terms<TRounding>(int.CreateTruncating(input1[at1]), int.CreateTruncating(input2[at2]));
            output[at] = T.CreateTruncating(codes.Code<TRounding>(first - second));
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
            output[at] = Math.Clamp(input1[at1] - input2[at2], range.Minimum, range.Maximum);
        }
    }
}
