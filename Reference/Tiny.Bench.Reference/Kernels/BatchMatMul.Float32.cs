namespace Tiny.Bench.Reference.Kernels;

/// <content>The binary32 form.</content>
public sealed partial class BatchMatMul
{
    /// <summary>Computes all outputs; comparable with other builds within a tolerance, not to the bit (spec section 14).</summary>
    /// <param name="geometry">Which matrices meet.</param>
    /// <param name="lhs">[...,Rows,Depth], or [...,Depth,Rows] when adjoint.</param>
    /// <param name="rhs">[...,Depth,Columns], or [...,Columns,Depth] when adjoint.</param>
    /// <param name="output">[...,Rows,Columns].</param>
    public static void Run(BatchMatMulGeometry geometry, ReadOnlySpan<float> lhs, ReadOnlySpan<float> rhs, Span<float> output)
    {
        int at = 0;
        for (int batch = 0; batch < geometry.Batches.Output.ElementCount; batch++)
        {
            (int left, int right) = geometry.Batches.Locate(batch);
            for (int row = 0; row < geometry.Rows; row++)
            for (int column = 0; column < geometry.Columns; column++)
            {
                float sum = 0;
                for (int step = 0; step < geometry.Depth; step++)
                    sum += lhs[geometry.LhsAt(left, row, step)] * rhs[geometry.RhsAt(right, column, step)];
                output[at++] = sum;
            }
        }
    }
}
