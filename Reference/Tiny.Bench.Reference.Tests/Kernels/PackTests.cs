using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

public sealed class PackTests
{
    [Theory]
    [InlineData(0, new[] { 1, 2, 3, 4, 5, 6 }, new[] { 3, 2 })]
    [InlineData(1, new[] { 1, 3, 5, 2, 4, 6 }, new[] { 2, 3 })]
    [InlineData(-1, new[] { 1, 3, 5, 2, 4, 6 }, new[] { 2, 3 })]
    public void Stacks_along_a_new_axis(int axis, int[] expected, int[] shape) => Assert.Equal(
        expected,
        Stage(3, axis).Input([1, 2], null, 2).Input([3, 4], null, 2).Input([5, 6], null, 2).Output<int>(null, shape).Run<int>());

    [Fact]
    public void Scalars_make_a_vector() => Assert.Equal(
        [7, 8],
        Stage(2, 0).Input<sbyte>([7], null).Input<sbyte>([8], null).Output<sbyte>(null, 2).Run<sbyte>());

    [Fact]
    public void Another_number_of_inputs_is_refused() => Assert.EndsWith(
        "has 1 inputs; expected 2",
        Stage(2, 0).Input([1], null, 1).Output<int>(null, 1, 1).Error());

    [Fact]
    public void A_count_below_1_is_refused() => Assert.EndsWith(
        "packs 0 tensors; expected at least 1",
        Stage(0, 0).Output<int>(null, 1).Error());

    [Fact]
    public void Inputs_of_different_shapes_are_refused() => Assert.EndsWith(
        "tensor 1 has shape [1]; expected [2]",
        Stage(2, 0).Input([1, 2], null, 2).Input([1], null, 1).Output<int>(null, 2, 2).Error());

    [Fact]
    public void An_input_of_another_type_is_refused() => Assert.EndsWith(
        "tensor 0 is INT32; expected INT16",
        Stage(1, 0).Input([1], null, 1).Output<short>(null, 1, 1).Error());

    [Fact]
    public void An_output_of_another_shape_is_refused() => Assert.EndsWith(
        "tensor 1 has shape [2,1]; expected [2] with an axis of 1 put in at 0",
        Stage(1, 0).Input([1, 2], null, 2).Output<int>(null, 2, 1).Error());

    [Fact]
    public void An_axis_beyond_the_new_rank_is_refused() => Assert.EndsWith(
        "axis is 2; expected -2 to 1",
        Stage(1, 2).Input([1], null, 1).Output<int>(null, 1, 1).Error());

    private static OperatorStage Stage(int count, int axis) =>
        new OperatorStage(BuiltinOperator.Pack, BuiltinOptionsType.Pack).Option(0, count).Option(1, axis);
}
