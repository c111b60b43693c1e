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
        BoundOperator split = Create(2)
            .Input(TestTensor.Of([], axis).Constant())
            .Input(TestTensor.Of<short>([2, 2, 2], 1, 2, 3, 4, 5, 6, 7, 8))
            .Output(TestTensor.Empty<short>(2, 1, 2))
            .Output(TestTensor.Empty<short>(2, 1, 2))
            .Bind<DoubleRounding>();
        split.Invoke();
        Assert.Equal([1, 2, 5, 6], split.Output<short>(0));
        Assert.Equal([3, 4, 7, 8], split.Output<short>(1));
    }

    [Fact]
    public void Cuts_the_last_axis_into_three()
    {
        BoundOperator split = Create(3)
            .Input(TestTensor.Of([1], 1).Constant())
            .Input(TestTensor.Of<sbyte>([2, 3], 1, 2, 3, 4, 5, 6))
            .Output(TestTensor.Empty<sbyte>(2, 1))
            .Output(TestTensor.Empty<sbyte>(2, 1))
            .Output(TestTensor.Empty<sbyte>(2, 1))
            .Bind<DoubleRounding>();
        split.Invoke();
        Assert.Equal([1, 4], split.Output<sbyte>(0));
        Assert.Equal([2, 5], split.Output<sbyte>(1));
        Assert.Equal([3, 6], split.Output<sbyte>(2));
    }

    [Fact]
    public void An_extent_that_does_not_divide_is_refused() => Assert.Equal(
        "extent 3 along axis 0 does not divide into 2 equal parts",
        Create(2)
            .Input(TestTensor.Of([], 0).Constant())
            .Input(TestTensor.Of([3], 1, 2, 3))
            .Output(TestTensor.Empty<int>(1))
            .Output(TestTensor.Empty<int>(2))
            .Refusal());

    [Fact]
    public void A_number_of_parts_below_1_is_refused() => Assert.Equal(
        "is split into 0 parts; expected at least 1",
        new OperatorBuilder(BuiltinOperator.Split).Input(TestTensor.Of([], 0).Constant()).Input(TestTensor.Of([1], 1)).Refusal());

    [Fact]
    public void Another_number_of_outputs_is_refused() => Assert.Equal(
        "has 1 outputs; expected 2",
        Create(2).Input(TestTensor.Of([], 0).Constant()).Input(TestTensor.Of([2], 1, 2)).Output(TestTensor.Empty<int>(1)).Refusal());

    [Fact]
    public void Two_axes_are_refused() => Assert.Equal(
        "tensor 0 has 2 elements; expected 1",
        Create(1).Input(TestTensor.Of([2], 0, 0).Constant()).Input(TestTensor.Of([1], 1)).Output(TestTensor.Empty<int>(1)).Refusal());

    [Fact]
    public void An_axis_outside_the_rank_is_refused() => Assert.Equal(
        "axis is 1; expected -1 to 0",
        Create(1).Input(TestTensor.Of([], 1).Constant()).Input(TestTensor.Of([1], 1)).Output(TestTensor.Empty<int>(1)).Refusal());

    [Fact]
    public void A_part_of_another_shape_is_refused() => Assert.Equal(
        "tensor 3 has shape [2]; expected [1]",
        Create(2)
            .Input(TestTensor.Of([], 0).Constant())
            .Input(TestTensor.Of([2], 1, 2))
            .Output(TestTensor.Empty<int>(1))
            .Output(TestTensor.Empty<int>(2))
            .Refusal());

    [Fact]
    public void A_part_of_another_type_is_refused() => Assert.Equal(
        "tensor 2 is FLOAT32; expected INT32",
        Create(1).Input(TestTensor.Of([], 0).Constant()).Input(TestTensor.Of([1], 1)).Output(TestTensor.Empty<float>(1)).Refusal());

    private static OperatorBuilder Create(int parts) =>
        new OperatorBuilder(BuiltinOperator.Split, BuiltinOptionsType.Split).WithOption(0, parts);
}
