using System.Numerics;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>BATCH_MATMUL: matrix products over the last two axes; either side may be stored transposed, and either may be computed.</summary>
/// <remarks>Source: tflite-micro batch_matmul.cc; tflite reference/batch_matmul.h, BatchMatMul.</remarks>
public sealed partial class BatchMatMul : IKernel
{
    /// <summary>Computes all outputs.</summary>
    /// <param name="geometry">Which matrices meet.</param>
    /// <param name="codes">One multiplier for all outputs; the filter's zero point is that of <paramref name="rhs"/>.</param>
    /// <param name="lhs">[...,Rows,Depth], or [...,Depth,Rows] when adjoint.</param>
    /// <param name="rhs">[...,Depth,Columns], or [...,Columns,Depth] when adjoint.</param>
    /// <param name="output">[...,Rows,Columns].</param>
    public static void Run<TActivation, TAccumulator, TRounding>(
        BatchMatMulGeometry geometry,
        Requantization codes,
        ReadOnlySpan<TActivation> lhs,
        ReadOnlySpan<TActivation> rhs,
        Span<TActivation> output)
        where TActivation : unmanaged, IBinaryInteger<TActivation>
        where TAccumulator : unmanaged, IBinaryInteger<TAccumulator>
        where TRounding : struct, IRounding
    {
        int at = 0;
        for (int batch = 0; batch < geometry.Batches.Output.ElementCount; batch++)
        {
            (int left, int right) = geometry.Batches.Locate(batch);
            for (int row = 0; row < geometry.Rows; row++)
            for (int column = 0; column < geometry.Columns; column++)
            {
                TAccumulator sum = TAccumulator.Zero;
                for (int step = 0; step < geometry.Depth; step++)
                {
                    int factor = int.CreateTruncating(lhs[geometry.LhsAt(left, row, step)]) - codes.InputZeroPoint;
                    int weight = int.CreateTruncating(rhs[geometry.RhsAt(right, column, step)]) - codes.FilterZeroPoint;
                    sum += TAccumulator.CreateTruncating(factor) * TAccumulator.CreateTruncating(weight);
                }

                int code = FixedPoint.Requantize<TAccumulator, TRounding>(sum, codes.Multipliers[0]) + codes.OutputZeroPoint;
                output[at++] = TActivation.CreateTruncating(Math.Clamp(code, codes.ActivationMinimum, codes.ActivationMaximum));
            }
        }
    }
}
