using static Tiny.Bench.Reference.Kernels.ConvExample;

namespace Tiny.Bench.Reference.Kernels;

public sealed class WindowGeometryTests
{
    [Theory]
    [InlineData(5, 2, 2, Same, 3)]
    [InlineData(5, 2, 2, Valid, 2)]
    [InlineData(6, 3, 3, Same, 2)]
    [InlineData(6, 3, 3, Valid, 2)]
    [InlineData(49, 10, 2, Same, 25)]
    public void The_padding_rule_gives_the_extent_of_the_output(int input, int filter, int stride, int padding, int expected)
    {
        OperatorBuilder conv = Row(input, filter, expected).WithOption(PaddingRule, padding).WithOption(StrideHeight, stride);
        Assert.Equal(expected, conv.Run<sbyte>().Length);

        OperatorBuilder longer = Row(input, filter, expected + 1).WithOption(PaddingRule, padding).WithOption(StrideHeight, stride);
        Assert.Equal(
            $"the output's height is {expected + 1}; input {input}, window {filter}, stride {stride} give {expected}",
            longer.Refusal());
    }

    [Fact]
    public void Refuses_an_output_of_another_width() =>
        Assert.Equal(
            "the output's width is 1; input 2, window 2, stride 1 give 2",
            Int8().WithOutput(TestTensor.Empty<sbyte>(1, 2, 1, 1).Scaled(1)).Refusal());

    [Fact]
    public void Refuses_a_window_that_does_not_fit()
    {
        OperatorBuilder conv = Row(input: 3, filter: 4, output: 1).WithOption(PaddingRule, Valid);

        Assert.Equal("the output's height is 1; input 3, window 4, stride 1 give 0", conv.Refusal());
    }

    [Fact]
    public void Refuses_an_unknown_padding() =>
        Assert.Equal("padding is 2; expected 0 (SAME) or 1 (VALID)", Int8().WithOption(PaddingRule, 2).Refusal());

    [Theory]
    [InlineData(StrideHeight, 0, "the stride along the height is 0; expected at least 1")]
    [InlineData(StrideWidth, -1, "the stride along the width is -1; expected at least 1")]
    [InlineData(DilationHeight, 0, "the dilation along the height is 0; expected at least 1")]
    [InlineData(DilationWidth, int.MinValue, "the dilation along the width is -2147483648; expected at least 1")]
    [InlineData(DilationWidth, int.MaxValue, "the window's width is 2147483648 with its dilation; expected at most 1073741823")]
    public void Refuses_steps_out_of_range(int option, int value, string expected) =>
        Assert.Equal(expected, Int8().WithOption(option, value).Refusal());

    [Fact]
    public void Refuses_a_window_without_taps() =>
        Assert.Equal(
            "the window's height is 0; expected at least 1",
            Int8().WithInput(1, TestTensor.Empty<sbyte>(1, 0, 2, 1).Scaled(1)).Refusal());

    [Fact]
    public void Refuses_images_that_are_not_NHWC()
    {
        Assert.Equal("tensor 0 has shape [2,2,1]; expected rank 4", Int8().WithInput(0, TestTensor.Empty<sbyte>(2, 2, 1).Scaled(1)).Refusal());
        Assert.Equal("tensor 1 has shape [2,2]; expected rank 4", Int8().WithInput(1, TestTensor.Empty<sbyte>(2, 2).Scaled(1)).Refusal());
        Assert.Equal("tensor 2 has shape [4]; expected rank 4", Int8().WithOutput(TestTensor.Empty<sbyte>(4).Scaled(1)).Refusal());
    }

    [Fact]
    public void Refuses_images_without_elements()
    {
        Assert.Equal(
            "tensor 0 has shape [1,2,2,0]; expected at least one element",
            Int8().WithInput(0, TestTensor.Empty<sbyte>(1, 2, 2, 0).Scaled(1)).Refusal());
        Assert.Equal(
            "tensor 2 has shape [1,2,2,0]; expected at least one element",
            Int8().WithOutput(TestTensor.Empty<sbyte>(1, 2, 2, 0).Scaled(1)).Refusal());
    }

    [Fact]
    public void Refuses_another_number_of_batches() =>
        Assert.Equal(
            "tensor 2 has 2 batches; expected 1 as the input",
            Int8().WithOutput(TestTensor.Empty<sbyte>(2, 2, 2, 1).Scaled(1)).Refusal());

    private static OperatorBuilder Row(int input, int filter, int output) => Create(
        TestTensor.Empty<sbyte>(1, input, 1, 1).Scaled(1),
        TestTensor.Empty<sbyte>(1, filter, 1, 1).Scaled(1),
        bias: null,
        TestTensor.Empty<sbyte>(1, output, 1, 1).Scaled(1));
}
