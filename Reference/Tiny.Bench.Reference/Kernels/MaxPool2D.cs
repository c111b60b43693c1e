using System.Numerics;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>MAX_POOL_2D: the highest code under a window; positions outside the image do not compete, so a window must touch the image.</summary>
/// <remarks>Source: tflite reference/integer_ops/pooling.h, MaxPool; spec section 10.</remarks>
public sealed partial class MaxPool2D : IKernel, IPool2D
{
    static BuiltinOperator IPool2D.Code => BuiltinOperator.MaxPool2D;

    /// <summary>Computes all outputs.</summary>
    /// <param name="window">Without dilation; input and output have the same channels.</param>
    /// <param name="activationMinimum">Lowest output code.</param>
    /// <param name="activationMaximum">Highest output code.</param>
    /// <param name="input">[N,H,W,C].</param>
    /// <param name="output">[N,OH,OW,C].</param>
    public static void Run<T>(WindowGeometry window, int activationMinimum, int activationMaximum, ReadOnlySpan<T> input, Span<T> output)
        where T : unmanaged, IBinaryInteger<T>
    {
        int at = 0;
        for (int batch = 0; batch < window.Batches; batch++)
        for (int y = 0; y < window.OutputHeight; y++)
        for (int x = 0; x < window.OutputWidth; x++)
        for (int channel = 0; channel < window.OutputChannels; channel++)
        {
            (int firstRow, int endRow) = window.RowsUnder(y);
            (int firstColumn, int endColumn) = window.ColumnsUnder(x);
            int highest = int.MinValue;
            for (int inputY = firstRow; inputY < endRow; inputY++)
            for (int inputX = firstColumn; inputX < endColumn; inputX++)
            {
                int inputAt = (((((batch * window.InputHeight) + inputY) * window.InputWidth) + inputX) * window.InputChannels) + channel;
                highest = Math.Max(highest, int.CreateTruncating(input[inputAt]));
            }

            output[at++] = T.CreateTruncating(Math.Clamp(highest, activationMinimum, activationMaximum));
        }
    }

    PreparedOperator IKernel.Prepare<TRounding>(OperatorContext context) => Pool2D.Prepare<MaxPool2D>(context);
}
