using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

public sealed class SplitTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(-2)]
    public void Cuts_a_middle_axis_into_equal_parts(int axis)
    {
        OperatorStage stage = Stage(2)
            .Constant([axis])
            .Input<short>([1, 2, 3, 4, 5, 6, 7, 8], null, 2, 2, 2)
            .Output<short>(null, 2, 1, 2)
            .Output<short>(null, 2, 1, 2);
        stage.Prepare<DoubleRounding>().Invoke();
        Assert.Equal([1, 2, 5, 6], stage.ReadOutput<short>(0));
        Assert.Equal([3, 4, 7, 8], stage.ReadOutput<short>(1));
    }

    [Fact]
    public void Cuts_the_last_axis_into_three()
    {
        OperatorStage stage = Stage(3)
            .Constant([1], 1)
            .Input<sbyte>([1, 2, 3, 4, 5, 6], null, 2, 3)
            .Output<sbyte>(null, 2, 1)
            .Output<sbyte>(null, 2, 1)
            .Output<sbyte>(null, 2, 1);
        stage.Prepare<DoubleRounding>().Invoke();
        Assert.Equal([1, 4], stage.ReadOutput<sbyte>(0));
        Assert.Equal([2, 5], stage.ReadOutput<sbyte>(1));
        Assert.Equal([3, 6], stage.ReadOutput<sbyte>(2));
    }

    [Fact]
    public void An_extent_that_does_not_divide_is_refused() => Assert.EndsWith(
        "extent 3 along axis 0 does not divide into 2 equal parts",
        Stage(2).Constant([0]).Input([1, 2, 3], null, 3).Output<int>(null, 1).Output<int>(null, 2).Error());

    [Fact]
    public void A_number_of_parts_below_1_is_refused() => Assert.EndsWith(
        "is split into 0 parts; expected at least 1",
        new OperatorStage(BuiltinOperator.Split).Constant([0]).Input([1], null, 1).Error());

    [Fact]
    public void Another_number_of_outputs_is_refused() => Assert.EndsWith(
        "has 1 outputs; expected 2",
        Stage(2).Constant([0]).Input([1, 2], null, 2).Output<int>(null, 1).Error());

    [Fact]
    public void Two_axes_are_refused() => Assert.EndsWith(
        "tensor 0 has 2 elements; expected 1",
        Stage(1).Constant([0, 0], 2).Input([1], null, 1).Output<int>(null, 1).Error());

    [Fact]
    public void An_axis_outside_the_rank_is_refused() => Assert.EndsWith(
        "axis is 1; expected -1 to 0",
        Stage(1).Constant([1]).Input([1], null, 1).Output<int>(null, 1).Error());

    [Fact]
    public void A_part_of_another_shape_is_refused() => Assert.EndsWith(
        "tensor 3 has shape [2]; expected [1]",
        Stage(2).Constant([0]).Input([1, 2], null, 2).Output<int>(null, 1).Output<int>(null, 2).Error());

    [Fact]
    public void A_part_of_another_type_is_refused() => Assert.EndsWith(
        "tensor 2 is FLOAT32; expected INT32",
        Stage(1).Constant([0]).Input([1], null, 1).Output<float>(null, 1).Error());

    private static OperatorStage Stage(int parts) => new OperatorStage(BuiltinOperator.Split, BuiltinOptionsType.Split).Option(0, parts);
}
