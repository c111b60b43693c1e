namespace Tiny.Bench.Reference.Benchmarking;

public sealed class PackedGemmTests
{
    // The yardstick must do the work that it is counted for.
    [Fact]
    public void Every_sum_is_the_product_of_a_row_and_a_column()
    {
        var gemm = new PackedGemm(seed: 7);
        gemm.Multiply();
        for (int row = 0; row < 256; row++)
        for (int column = 0; column < 256; column++)
        {
            int expected = 0;
            for (int step = 0; step < 256; step++)
                expected += gemm.Left(row, step) * gemm.Right(step, column);
            Assert.Equal(expected, gemm[row, column]);
        }
    }
}
