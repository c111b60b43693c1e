using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

public sealed class MaxPool2DTests
{
    [Theory]
    [InlineData(-7, -9, -7)]
    [InlineData(-128, -128, -128)]
    [InlineData(-128, 127, 127)]
    public void Takes_the_higher_code(sbyte first, sbyte second, sbyte expected) => Assert.Equal([expected], Pair(first, second).Run<sbyte>());

    [Fact]
    public void Padding_does_not_compete() => Assert.Equal([-1, -1, -1, -1], Square(filter: 3, -1, -2, -3, -4).Run<sbyte>());

    [Fact]
    public void The_odd_cell_of_padding_lies_at_the_bottom_and_the_right() =>
        Assert.Equal([-1, -2, -3, -4], Square(filter: 2, -1, -2, -3, -4).Run<sbyte>());

    [Fact]
    public void A_window_far_larger_than_the_image_costs_no_more_than_the_image() =>
        Assert.Equal([3, 3, 3, 3], Square(filter: (1 << 30) - 1, 1, 2, 3, 2).Run<sbyte>());

    [Fact]
    public void The_fused_activation_clamps() => Assert.Equal([0], Pair(-5, -6).WithOption(PoolExample.Activation, 1).Run<sbyte>());

    [Fact]
    public void Pools_int16() =>
        Assert.Equal([-32767], Pair(0, 0)
            .WithInput(0, TestTensor.Of<short>([1, 1, 2, 1], -32768, -32767).Scaled(1))
            .WithOutput(TestTensor.Empty<short>(1, 1, 1, 1).Scaled(1)).Run<short>());

    [Fact]
    public void Pools_in_binary32()
    {
        OperatorBuilder pool = Square(filter: 2)
            .WithInput(0, TestTensor.Of<float>([1, 2, 2, 1], -1, -2, -3, -4))
            .WithOutput(TestTensor.Empty<float>(1, 2, 2, 1));

        Assert.Equal([-1f, -2f, -3f, -4f], pool.Run<float>());
        Assert.Equal([-1f, -1f, -1f, -1f], pool.WithOption(PoolExample.Activation, 2).Run<float>());
    }

    private static OperatorBuilder Pair(sbyte first, sbyte second) => PoolExample.Pair(BuiltinOperator.MaxPool2D, first, second);

    private static OperatorBuilder Square(int filter, params sbyte[] image) => PoolExample.Square(BuiltinOperator.MaxPool2D, filter, image);
}
