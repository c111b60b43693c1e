using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

public sealed class ConcatenationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(-2)]
    public void Joins_along_a_middle_axis(int axis)
    {
        // [2,1,2] and [2,2,2] along axis 1.
        short[] output = Create(axis)
            .Input(TestTensor.Of<short>([2, 1, 2], 1, 2, 3, 4))
            .Input(TestTensor.Of<short>([2, 2, 2], 5, 6, 7, 8, 9, 10, 11, 12))
            .Output(TestTensor.Empty<short>(2, 3, 2))
            .Run<short>();
        Assert.Equal([1, 2, 5, 6, 7, 8, 3, 4, 9, 10, 11, 12], output);
    }

    [Theory]
    [InlineData(0, 1, 2, new sbyte[] { 1, 2, 3, 4 })]
    [InlineData(1, 2, 1, new sbyte[] { 1, 3, 2, 4 })]
    public void Joins_along_the_first_and_the_last_axis(int axis, int rows, int columns, sbyte[] expected)
    {
        sbyte[] output = Create(axis)
            .Input(TestTensor.Of<sbyte>([rows, columns], 1, 2).Scaled(1))
            .Input(TestTensor.Of<sbyte>([rows, columns], 3, 4).Scaled(1))
            .Output(TestTensor.Empty<sbyte>(2, 2).Scaled(1))
            .Run<sbyte>();
        Assert.Equal(expected, output);
    }

    [Fact]
    public void An_input_without_elements_adds_none() => Assert.Equal(
        [1L],
        Create(0).Input(TestTensor.Of<long>([0])).Input(TestTensor.Of([1], 1L)).Output(TestTensor.Empty<long>(1)).Run<long>());

    [Fact]
    public void An_input_of_another_scale_is_refused() => Assert.Equal(
        "tensor 1 has scale 0.5 and zero point 0; expected 1 and 0 as tensor 2",
        Create(0)
            .Input(TestTensor.Of<sbyte>([1], 1).Scaled(1))
            .Input(TestTensor.Of<sbyte>([1], 1).Scaled(0.5f))
            .Output(TestTensor.Empty<sbyte>(2).Scaled(1))
            .Refusal());

    [Fact]
    public void An_input_of_another_zero_point_is_refused() => Assert.Equal(
        "tensor 0 has scale 1 and zero point 3; expected 1 and 0 as tensor 1",
        Create(0).Input(TestTensor.Of<sbyte>([1], 1).Scaled(1, 3)).Output(TestTensor.Empty<sbyte>(1).Scaled(1)).Refusal());

    [Fact]
    public void An_input_without_scale_beside_an_output_with_one_is_refused() => Assert.Equal(
        "tensor 0 has 0 scales; expected 1",
        Create(0).Input(TestTensor.Of<sbyte>([1], 1)).Output(TestTensor.Empty<sbyte>(1).Scaled(1)).Refusal());

    [Fact]
    public void A_fused_activation_is_refused() => Assert.Equal(
        "fused activation is 1; expected 0 (NONE)",
        Create(0).WithOption(1, 1).Input(TestTensor.Of<sbyte>([1], 1).Scaled(1)).Output(TestTensor.Empty<sbyte>(1).Scaled(1)).Refusal());

    [Fact]
    public void Extents_that_do_not_add_up_are_refused() => Assert.Equal(
        "tensor 1 has extent 3 along axis 0; the inputs give 2",
        Create(0).Input(TestTensor.Of([2], 1, 2)).Output(TestTensor.Empty<int>(3)).Refusal());

    [Fact]
    public void Other_axes_must_agree() => Assert.Equal(
        "tensor 0 has shape [1,2]; expected that of the output, [1,3], but for axis 0",
        Create(0).Input(TestTensor.Of([1, 2], 1, 2)).Output(TestTensor.Empty<int>(1, 3)).Refusal());

    [Fact]
    public void An_axis_outside_the_rank_is_refused() => Assert.Equal(
        "axis is 1; expected -1 to 0",
        Create(1).Input(TestTensor.Of([1], 1)).Output(TestTensor.Empty<int>(1)).Refusal());

    [Fact]
    public void An_input_of_another_rank_is_refused() => Assert.Equal(
        "tensor 0 has shape [1,1]; expected rank 1",
        Create(0).Input(TestTensor.Of([1, 1], 1)).Output(TestTensor.Empty<int>(1)).Refusal());

    [Fact]
    public void An_input_of_another_type_is_refused() => Assert.Equal(
        "tensor 0 is INT32; expected INT16",
        Create(0).Input(TestTensor.Of([1], 1)).Output(TestTensor.Empty<short>(1)).Refusal());

    [Fact]
    public void No_inputs_are_refused() =>
        Assert.Equal("has no inputs; expected at least 1", Create(0).Output(TestTensor.Empty<short>(1)).Refusal());

    [Fact]
    public void A_left_out_input_is_refused() => Assert.Equal(
        "input 0 is left out; it is required",
        Create(0).Input(null).Output(TestTensor.Empty<short>(1)).Refusal());

    private static OperatorBuilder Create(int axis) =>
        new OperatorBuilder(BuiltinOperator.Concatenation, BuiltinOptionsType.Concatenation).WithOption(0, axis);
}
