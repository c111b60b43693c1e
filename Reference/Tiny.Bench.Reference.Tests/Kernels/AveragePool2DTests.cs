using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

public sealed class AveragePool2DTests
{
    [Theory]
    [InlineData(1, 2, 2)] // 1.5
    [InlineData(-1, -2, -2)] // -1.5
    [InlineData(1, 0, 1)] // 0.5
    [InlineData(-1, 0, -1)] // -0.5
    [InlineData(-128, -128, -128)]
    [InlineData(127, 127, 127)]
    [InlineData(5, -5, 0)]
    public void Sends_ties_away_from_zero(sbyte first, sbyte second, sbyte expected) =>
        Assert.Equal([expected], Pair(first, second).Run<sbyte>());

    [Fact]
    public void The_zero_point_takes_no_part() =>
        Assert.Equal([2], Pair(1, 2).WithInput(0, input => input.Scaled(1, -100)).WithOutput(output => output.Scaled(1, -100)).Run<sbyte>());

    [Fact]
    public void Divides_by_the_cells_inside_the_image() => Assert.Equal([4, 4, 4, 4], Square(filter: 3, 4, 4, 4, 4).Run<sbyte>());

    [Fact]
    public void Channels_and_batches_are_separate()
    {
        OperatorBuilder pool = Square(filter: 2)
            .WithInput(0, TestTensor.Of<sbyte>([2, 1, 2, 2], 1, 10, 3, 30, 5, 50, 7, 70).Scaled(1))
            .WithOutput(TestTensor.Empty<sbyte>(2, 1, 1, 2).Scaled(1))
            .WithOption(PoolExample.FilterHeight, 1).WithOption(PoolExample.PaddingRule, PoolExample.Valid);

        Assert.Equal([2, 20, 6, 60], pool.Run<sbyte>());
    }

    [Fact]
    public void A_window_far_larger_than_the_image_costs_no_more_than_the_image() =>
        Assert.Equal([2, 2, 2, 2], Square(filter: (1 << 30) - 1, 1, 2, 3, 2).Run<sbyte>());

    [Fact]
    public void The_fused_activation_clamps() => Assert.Equal([6], Pair(100, 100).WithOption(PoolExample.Activation, 3).Run<sbyte>());

    [Fact]
    public void Averages_int16() =>
        Assert.Equal([-32768], Pair(0, 0)
            .WithInput(0, TestTensor.Of<short>([1, 1, 2, 1], -32768, -32767).Scaled(1))
            .WithOutput(TestTensor.Empty<short>(1, 1, 1, 1).Scaled(1)).Run<short>());

    [Fact]
    public void Averages_in_binary32()
    {
        OperatorBuilder pool = Pair(0, 0)
            .WithInput(0, TestTensor.Of<float>([1, 1, 2, 1], 1, 2))
            .WithOutput(TestTensor.Empty<float>(1, 1, 1, 1));

        Assert.Equal([1.5f], pool.Run<float>());
        Assert.Equal([1f], pool.WithOption(PoolExample.Activation, 2).Run<float>());
    }

    [Fact]
    public void Divides_by_the_cells_inside_the_image_in_binary32() =>
        Assert.Equal([4f, 4f, 4f, 4f], Square(filter: 3)
            .WithInput(0, TestTensor.Of<float>([1, 2, 2, 1], 4, 4, 4, 4))
            .WithOutput(TestTensor.Empty<float>(1, 2, 2, 1)).Run<float>());

    private static OperatorBuilder Pair(sbyte first, sbyte second) => PoolExample.Pair(BuiltinOperator.AveragePool2D, first, second);

    private static OperatorBuilder Square(int filter, params sbyte[] image) => PoolExample.Square(BuiltinOperator.AveragePool2D, filter, image);
}
