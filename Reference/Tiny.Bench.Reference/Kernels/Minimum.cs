using System.Numerics;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>MINIMUM: the smaller of two inputs.</summary>
/// <remarks>Source: tflite reference/maximum_minimum.h, MaximumMinimumBroadcastSlow; tflite-micro maximum_minimum.cc, MinimumOp.</remarks>
public sealed class Minimum : IKernel, ISelection
{
    /// <summary>Computes all outputs; a NaN in the second input wins, one in the first loses.</summary>
    /// <param name="shapes">How the inputs stretch over the output.</param>
    /// <param name="input1">As many elements as the first shape.</param>
    /// <param name="input2">As many elements as the second shape; same quantization.</param>
    /// <param name="output">As many elements as the shape of the result; same quantization.</param>
    public static void Run<T>(Broadcast shapes, ReadOnlySpan<T> input1, ReadOnlySpan<T> input2, Span<T> output)
        where T : unmanaged, INumber<T>
    {
        for (int at = 0; at < output.Length; at++)
        {
            (int at1, int at2) = shapes.Locate(at);
            output[at] = input1[at1] < input2[at2] ? input1[at1] : input2[at2];
        }
    }

    PreparedOperator IKernel.Prepare<TRounding>(OperatorContext context) => Selection.Prepare<Minimum>(context);
}
