using Tiny.Bench.Reference.Models;
using static Tiny.Bench.Reference.Kernels.OperatorStage;

namespace Tiny.Bench.Reference.Kernels;

public sealed class ConcatenationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(-2)]
    public void Joins_along_a_middle_axis(int axis)
    {
        // [2,1,2] and [2,2,2] along axis 1.
        short[] output = Stage(axis)
            .Input<short>([1, 2, 3, 4], null, 2, 1, 2)
            .Input<short>([5, 6, 7, 8, 9, 10, 11, 12], null, 2, 2, 2)
            .Output<short>(null, 2, 3, 2)
            .Run<short>();
        Assert.Equal([1, 2, 5, 6, 7, 8, 3, 4, 9, 10, 11, 12], output);
    }

    [Theory]
    [InlineData(0, 1, 2, new sbyte[] { 1, 2, 3, 4 })]
    [InlineData(1, 2, 1, new sbyte[] { 1, 3, 2, 4 })]
    public void Joins_along_the_first_and_the_last_axis(int axis, int rows, int columns, sbyte[] expected)
    {
        sbyte[] output = Stage(axis)
            .Input<sbyte>([1, 2], Codes(1), rows, columns)
            .Input<sbyte>([3, 4], Codes(1), rows, columns)
            .Output<sbyte>(Codes(1), 2, 2)
            .Run<sbyte>();
        Assert.Equal(expected, output);
    }

    [Fact]
    public void An_input_without_elements_adds_none() => Assert.Equal(
        [1L],
        Stage(0).Input<long>([], null, 0).Input([1L], null, 1).Output<long>(null, 1).Run<long>());

    [Fact]
    public void An_input_of_another_scale_is_refused() => Assert.EndsWith(
        "tensor 1 has scale 0.5 and zero point 0; expected 1 and 0 as tensor 2",
        Stage(0).Input<sbyte>([1], Codes(1), 1).Input<sbyte>([1], Codes(0.5f), 1).Output<sbyte>(Codes(1), 2).Error());

    [Fact]
    public void An_input_of_another_zero_point_is_refused() => Assert.EndsWith(
        "tensor 0 has scale 1 and zero point 3; expected 1 and 0 as tensor 1",
        Stage(0).Input<sbyte>([1], Codes(1, 3), 1).Output<sbyte>(Codes(1), 1).Error());

    [Fact]
    public void An_input_without_scale_beside_an_output_with_one_is_refused() => Assert.EndsWith(
        "tensor 0 has 0 scales; expected 1",
        Stage(0).Input<sbyte>([1], null, 1).Output<sbyte>(Codes(1), 1).Error());

    [Fact]
    public void A_fused_activation_is_refused() => Assert.EndsWith(
        "fused activation is 1; expected 0 (NONE)",
        Stage(0).Option(1, 1).Input<sbyte>([1], Codes(1), 1).Output<sbyte>(Codes(1), 1).Error());

    [Fact]
    public void Extents_that_do_not_add_up_are_refused() => Assert.EndsWith(
        "tensor 1 has extent 3 along axis 0; the inputs give 2",
        Stage(0).Input([1, 2], null, 2).Output<int>(null, 3).Error());

    [Fact]
    public void Other_axes_must_agree() => Assert.EndsWith(
        "tensor 0 has shape [1,2]; expected that of the output, [1,3], but for axis 0",
        Stage(0).Input([1, 2], null, 1, 2).Output<int>(null, 1, 3).Error());

    [Fact]
    public void An_axis_outside_the_rank_is_refused() => Assert.EndsWith(
        "axis is 1; expected -1 to 0",
        Stage(1).Input([1], null, 1).Output<int>(null, 1).Error());

    [Fact]
    public void An_input_of_another_rank_is_refused() => Assert.EndsWith(
        "tensor 0 has shape [1,1]; expected rank 1",
        Stage(0).Input([1], null, 1, 1).Output<int>(null, 1).Error());

    [Fact]
    public void An_input_of_another_type_is_refused() => Assert.EndsWith(
        "tensor 0 is INT32; expected INT16",
        Stage(0).Input([1], null, 1).Output<short>(null, 1).Error());

    [Fact]
    public void No_inputs_are_refused() => Assert.EndsWith("has no inputs; expected at least 1", Stage(0).Output<short>(null, 1).Error());

    [Fact]
    public void A_left_out_input_is_refused() => Assert.EndsWith(
        "input 0 is left out; it is required",
        Stage(0).LeftOut().Output<short>(null, 1).Error());

    private static OperatorStage Stage(int axis) =>
        new OperatorStage(BuiltinOperator.Concatenation, BuiltinOptionsType.Concatenation).Option(0, axis);
}
