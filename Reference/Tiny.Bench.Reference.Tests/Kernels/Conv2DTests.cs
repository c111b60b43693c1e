using Tiny.Bench.Reference.Arithmetic;
using static Tiny.Bench.Reference.Kernels.ConvExample;

namespace Tiny.Bench.Reference.Kernels;

public sealed class Conv2DTests
{
    [Fact]
    public void The_odd_cell_of_padding_lies_at_the_bottom_and_the_right() =>
        Assert.Equal([10, 6, 7, 4], Int8().Run<sbyte>());

    [Fact]
    public void Strides_are_height_and_width_each()
    {
        OperatorBuilder tall = Create(
            TestTensor.Of<sbyte>([1, 3, 2, 1], 1, 2, 3, 4, 5, 6).Scaled(1),
            TestTensor.Of<sbyte>([1, 1, 1, 1], 1).Scaled(1),
            bias: null,
            TestTensor.Empty<sbyte>(1, 2, 2, 1).Scaled(1));

        Assert.Equal([1, 2, 5, 6], tall.WithOption(StrideHeight, 2).Run<sbyte>());
    }

    [Fact]
    public void Dilation_spreads_the_taps()
    {
        OperatorBuilder wide = Create(
            TestTensor.Of<sbyte>([1, 1, 5, 1], 1, 2, 3, 4, 5).Scaled(1),
            TestTensor.Of<sbyte>([1, 1, 2, 1], 1, 10).Scaled(1),
            bias: null,
            TestTensor.Empty<sbyte>(1, 1, 3, 1).Scaled(1));

        Assert.Equal([31, 42, 53], wide.WithOption(PaddingRule, Valid).WithOption(DilationWidth, 2).Run<sbyte>());
    }

    [Fact]
    public void Dilation_along_the_height_is_its_own()
    {
        OperatorBuilder tall = Create(
            TestTensor.Of<sbyte>([1, 5, 1, 1], 1, 2, 3, 4, 5).Scaled(1),
            TestTensor.Of<sbyte>([1, 2, 1, 1], 1, 10).Scaled(1),
            bias: null,
            TestTensor.Empty<sbyte>(1, 3, 1, 1).Scaled(1));

        Assert.Equal([31, 42, 53], tall.WithOption(PaddingRule, Valid).WithOption(DilationHeight, 2).Run<sbyte>());
    }

    [Fact]
    public void A_group_sees_only_its_own_channels() =>
        Assert.Equal([1 + 2, 30 + 40], Grouped(filters: 2, filterChannels: 2, 1, 1, 10, 10).Run<sbyte>());

    [Fact]
    public void Each_channel_has_its_own_factor()
    {
        OperatorBuilder conv = Grouped(filters: 2, filterChannels: 4, 1, 1, 1, 1, 1, 1, 1, 1)
            .WithInput(1, filter => filter with { Scales = [1, 0.5f] });

        Assert.Equal([10, 5], conv.Run<sbyte>());
    }

    [Fact]
    public void Batches_are_separate()
    {
        OperatorBuilder two = Int8()
            .WithInput(0, TestTensor.Of<sbyte>([2, 2, 2, 1], 1, 2, 3, 4, 0, 0, 0, 1).Scaled(1))
            .WithOutput(TestTensor.Empty<sbyte>(2, 2, 2, 1).Scaled(1));

        Assert.Equal([10, 6, 7, 4, 1, 1, 1, 1], two.Run<sbyte>());
    }

    [Fact]
    public void Padding_counts_as_the_zero_point()
    {
        OperatorBuilder conv = Int8()
            .WithInput(0, TestTensor.Of<sbyte>([1, 2, 2, 1], -128, -128, -128, 127).Scaled(1, -128))
            .WithOutput(output => output.Scaled(2, -128));

        // 255 * 0.5 = 127.5 goes up to 128, which is code 0.
        Assert.Equal([0, 0, 0, 0], conv.Run<sbyte>());
        Assert.Equal([-128, -128, -128, -128], conv.WithInput(0, input => input with { Content = [128, 128, 128, 128] }).Run<sbyte>());
    }

    [Fact]
    public void The_rounding_is_the_one_asked_for()
    {
        // 6 * -1/4 = -1.5.
        OperatorBuilder conv = Grouped(filters: 1, filterChannels: 4, -1, -1, -1, 0).WithOutput(output => output.Scaled(4));

        Assert.Equal([-2], conv.Run<sbyte, DoubleRounding>());
        Assert.Equal([-1], conv.Run<sbyte, SingleRounding>());
        Assert.Equal([-2], conv.Run<sbyte, Float32Rounding>());
        Assert.Equal([-1], conv.Run<sbyte, HalfUpRounding>());
    }

    [Fact]
    public void Computes_in_binary32() => Assert.Equal([10f, 6f, 7f, 4f], Float32().Run<float>());

    [Fact]
    public void Groups_in_binary32()
    {
        OperatorBuilder conv = Create(
            TestTensor.Of<float>([1, 1, 1, 4], 1, 2, 3, 4),
            TestTensor.Of<float>([2, 1, 1, 2], 1, 1, 10, 10),
            TestTensor.Of<float>([2], 0.5f, -100),
            TestTensor.Empty<float>(1, 1, 1, 2));

        Assert.Equal([3.5f, -30f], conv.Run<float>());
        Assert.Equal([3.5f, 0f], conv.WithOption(Activation, 1).Run<float>());
    }

    [Fact]
    public void Counts_a_product_for_every_tap_of_every_output() => Assert.Equal(4 * 4, Int8().MultiplyAccumulates());

    [Fact]
    public void Refuses_filters_that_are_not_one_for_each_output_channel() =>
        Assert.Equal("tensor 1 has 3 filters; expected 2 as the output has channels", Grouped(2, 4, 1, 1, 1, 1, 1, 1, 1, 1)
            .WithInput(1, TestTensor.Empty<sbyte>(3, 1, 1, 4).Scaled(1)).Refusal());

    [Theory]
    [InlineData(2, 3)] // 4 channels in groups of 3
    [InlineData(3, 2)] // 3 filters for 2 groups
    [InlineData(2, 0)]
    [InlineData(2, 8)]
    public void Refuses_channels_that_make_no_groups(int filters, int filterChannels) =>
        Assert.Equal(
            $"filters of {filterChannels} channels do not divide 4 input and {filters} output channels into groups",
            Grouped(filters, filterChannels, new sbyte[filters * filterChannels]).Refusal());

    private static OperatorBuilder Grouped(int filters, int filterChannels, params sbyte[] weights) => Create(
        TestTensor.Of<sbyte>([1, 1, 1, 4], 1, 2, 3, 4).Scaled(1),
        TestTensor.Of([filters, 1, 1, filterChannels], weights).Scaled(1),
        bias: null,
        TestTensor.Empty<sbyte>(1, 1, 1, filters).Scaled(1));
}
