using System.Numerics;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>AVERAGE_POOL_2D: the mean of the codes under a window, rounded to nearest with ties away from zero.</summary>
/// <remarks>
/// Only positions inside the image are summed and counted, so a window must touch the image. The zero point is neither subtracted nor added.
/// Source: tflite reference/integer_ops/pooling.h, AveragePool; spec section 10.
/// </remarks>
public sealed partial class AveragePool2D : IKernel, IPool2D
{
    static BuiltinOperator IPool2D.Code => BuiltinOperator.AveragePool2D;

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
            long sum = 0;
            for (int inputY = firstRow; inputY < endRow; inputY++)
            for (int inputX = firstColumn; inputX < endColumn; inputX++)
            {
                int inputAt = (((((batch * window.InputHeight) + inputY) * window.InputWidth) + inputX) * window.InputChannels) + channel;
                sum += int.CreateTruncating(input[inputAt]);
            }

            long count = (endRow - firstRow) * (long)(endColumn - firstColumn);
            long mean = (sum > 0 ? sum + (count / 2) : sum - (count / 2)) / count;
            output[at++] = T.CreateTruncating(Math.Clamp(mean, activationMinimum, activationMaximum));
        }
    }

    PreparedOperator IKernel.Prepare<TRounding>(OperatorContext context) => Pool2D.Prepare<AveragePool2D>(context);
}
