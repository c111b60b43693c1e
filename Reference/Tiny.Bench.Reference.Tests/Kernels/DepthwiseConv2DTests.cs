using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

public sealed class DepthwiseConv2DTests
{
    private const int PaddingRule = 0, StrideWidth = 1, StrideHeight = 2, DepthMultiplier = 3, Activation = 4, DilationWidth = 5, DilationHeight = 6;

    // Channels 1 and 2, weights 1 to 4: the first input channel gives the first two outputs.
    [Fact]
    public void The_outputs_of_one_input_channel_are_neighbours() =>
        Assert.Equal([1 * 1, 1 * 2, 2 * 3, 2 * 4], Pixel().Run<sbyte>());

    [Fact]
    public void The_filter_is_row_then_column_then_channel()
    {
        // Channel 0 weighs by 1 to 4 in reading order, channel 1 only the last tap.
        OperatorBuilder conv = Create(
            TestTensor.Of<sbyte>([1, 2, 2, 2], 1, 10, 2, 20, 3, 30, 4, 40).Scaled(1),
            TestTensor.Of<sbyte>([1, 2, 2, 2], 1, 0, 2, 0, 3, 0, 4, 1).Scaled(1),
            bias: null,
            TestTensor.Empty<sbyte>(1, 1, 1, 2).Scaled(1));

        Assert.Equal([1 + 4 + 9 + 16, 40], conv.WithOption(PaddingRule, 1).Run<sbyte>());
    }

    [Fact]
    public void The_odd_cell_of_padding_lies_at_the_bottom_and_the_right() =>
        Assert.Equal([10, 6, 7, 4], Image().Run<sbyte>());

    [Fact]
    public void Strides_and_dilations_are_height_and_width_each()
    {
        OperatorBuilder tall = Create(
            TestTensor.Of<sbyte>([1, 5, 1, 1], 1, 2, 3, 4, 5).Scaled(1),
            TestTensor.Of<sbyte>([1, 2, 1, 1], 1, 10).Scaled(1),
            bias: null,
            TestTensor.Empty<sbyte>(1, 2, 1, 1).Scaled(1)).WithOption(PaddingRule, 1);

        Assert.Equal([31, 53], tall.WithOption(StrideHeight, 2).WithOption(DilationHeight, 2).Run<sbyte>());

        OperatorBuilder wide = tall
            .WithInput(0, input => input with { Extents = [1, 1, 5, 1] })
            .WithInput(1, filter => filter with { Extents = [1, 1, 2, 1] })
            .WithOutput(output => output with { Extents = [1, 1, 2, 1] });
        Assert.Equal([31, 53], wide.WithOption(StrideWidth, 2).WithOption(DilationWidth, 2).Run<sbyte>());
    }

    [Fact]
    public void Each_channel_has_its_own_bias_and_factor()
    {
        OperatorBuilder conv = Pixel()
            .WithInput(1, filter => filter with { Scales = [1, 2, 3, 4], Axis = 3 })
            .WithInput(2, TestTensor.Of([4], 10, 20, 3, 2));

        Assert.Equal([11, 44, 27, 40], conv.Run<sbyte>());
    }

    [Fact]
    public void Padding_counts_as_the_zero_point() =>
        Assert.Equal([-128, -128, -128, -128], Image()
            .WithInput(0, TestTensor.Of<sbyte>([1, 2, 2, 1], 127, 127, 127, 127).Scaled(1, 127))
            .WithOutput(output => output.Scaled(1, -128)).Run<sbyte>());

    [Fact]
    public void The_fused_activation_clamps() =>
        Assert.Equal([6, 6, 6, 4], Image().WithOption(Activation, 3).Run<sbyte>());

    [Fact]
    public void Int4_weights_are_unpacked() =>
        Assert.Equal([7, -8, 2, -2], Pixel()
            .WithInput(1, new TestTensor(TensorType.Int4, [1, 1, 1, 4], [0x87, 0xF1]).Scaled(1).Constant()).Run<sbyte>());

    // The factor (1 + 2^-15) / 64 of 30000 * 64: 30000.92 in the int32 form, 30001.83 in the int64 form with its 15-bit multiplier.
    [Fact]
    public void Int16_takes_the_int64_form_unless_the_bias_is_int32()
    {
        OperatorBuilder conv = Create(
            TestTensor.Of<short>([1, 1, 1, 1], 30000).Scaled(1.000030517578125f),
            TestTensor.Of<sbyte>([1, 1, 1, 1], 64).Scaled(1),
            bias: null,
            TestTensor.Empty<short>(1, 1, 1, 1).Scaled(64));

        Assert.Equal([30002], conv.Run<short>());
        Assert.Equal([30002], conv.WithInput(2, TestTensor.Of([1], 0L)).Run<short>());
        Assert.Equal([30001], conv.WithInput(2, TestTensor.Of([1], 0)).Run<short>());
    }

    [Fact]
    public void Computes_in_binary32()
    {
        OperatorBuilder conv = Create(
            TestTensor.Of<float>([1, 1, 2, 2], 1, 2, 3, 4),
            TestTensor.Of<float>([1, 1, 2, 4], 1, 2, 3, 4, 5, 6, 7, 8),
            TestTensor.Of([4], 0.5f, 0, 0, -40),
            TestTensor.Empty<float>(1, 1, 1, 4)).WithOption(PaddingRule, 1);

        Assert.Equal([1 + 15 + 0.5f, 2 + 18, 6 + 28, 8 + 32 - 40], conv.Run<float>());
        Assert.Equal([6f, 6f, 6f, 0f], conv.WithOption(Activation, 3).Run<float>());
    }

    [Fact]
    public void Counts_a_product_for_every_tap_of_every_output() => Assert.Equal(4 * 4, Image().MultiplyAccumulates());

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void The_depth_multiplier_may_agree_with_the_shapes_or_say_nothing(int option) =>
        Assert.Equal([1, 2, 6, 8], Pixel().WithOption(DepthMultiplier, option).Run<sbyte>());

    [Fact]
    public void Refuses_a_depth_multiplier_that_the_shapes_contradict() =>
        Assert.Equal("the depth multiplier is 4; 2 input and 4 output channels give 2", Pixel().WithOption(DepthMultiplier, 4).Refusal());

    [Fact]
    public void Refuses_channels_that_are_no_multiple() =>
        Assert.Equal(
            "the output has 4 channels; expected a multiple of the input's 3",
            Pixel().WithInput(0, TestTensor.Empty<sbyte>(1, 1, 1, 3).Scaled(1)).Refusal());

    [Theory]
    [InlineData(2, 4)]
    [InlineData(1, 3)]
    public void Refuses_another_filter(int first, int channels) =>
        Assert.Equal(
            $"tensor 1 has shape [{first},1,1,{channels}]; expected 1 filter of 4 channels as the output",
            Pixel().WithInput(1, TestTensor.Empty<sbyte>(first, 1, 1, channels).Scaled(1)).Refusal());

    [Fact]
    public void Refuses_scales_along_another_axis() =>
        Assert.Equal(
            "tensor 1 has 4 scales along axis 0; expected 1, or 4 along axis 3",
            Pixel().WithInput(1, filter => filter with { Scales = [1, 2, 3, 4] }).Refusal());

    [Fact]
    public void Refuses_another_arity() => Assert.Equal("has 1 inputs; expected 2 to 3", (Pixel() with { Inputs = Pixel().Inputs[..1] }).Refusal());

    [Fact]
    public void Refuses_another_rank() =>
        Assert.Equal("tensor 1 has shape [4]; expected rank 4", Pixel().WithInput(1, TestTensor.Empty<sbyte>(4).Scaled(1)).Refusal());

    private static OperatorBuilder Pixel() => Create(
        TestTensor.Of<sbyte>([1, 1, 1, 2], 1, 2).Scaled(1),
        TestTensor.Of<sbyte>([1, 1, 1, 4], 1, 2, 3, 4).Scaled(1).Constant(),
        bias: null,
        TestTensor.Empty<sbyte>(1, 1, 1, 4).Scaled(1));

    private static OperatorBuilder Image() => Create(
        TestTensor.Of<sbyte>([1, 2, 2, 1], 1, 2, 3, 4).Scaled(1),
        TestTensor.Of<sbyte>([1, 2, 2, 1], 1, 1, 1, 1).Scaled(1).Constant(),
        bias: null,
        TestTensor.Empty<sbyte>(1, 2, 2, 1).Scaled(1));

    private static OperatorBuilder Create(TestTensor input, TestTensor filter, TestTensor? bias, TestTensor output) =>
        new(BuiltinOperator.DepthwiseConv2D, BuiltinOptionsType.DepthwiseConv2D)
        {
            Inputs = [input, filter, bias],
            Outputs = [output],
            Options = { [StrideWidth] = 1, [StrideHeight] = 1 },
        };
}
