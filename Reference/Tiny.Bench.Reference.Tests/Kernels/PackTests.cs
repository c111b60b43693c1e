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
        Create(3, axis)
            .Input(TestTensor.Of([2], 1, 2))
            .Input(TestTensor.Of([2], 3, 4))
            .Input(TestTensor.Of([2], 5, 6))
            .Output(TestTensor.Empty<int>(shape))
            .Run<int>());

    [Fact]
    public void Scalars_make_a_vector() => Assert.Equal(
        [7, 8],
        Create(2, 0).Input(TestTensor.Of<sbyte>([], 7)).Input(TestTensor.Of<sbyte>([], 8)).Output(TestTensor.Empty<sbyte>(2)).Run<sbyte>());

    [Fact]
    public void Another_number_of_inputs_is_refused() => Assert.Equal(
        "has 1 inputs; expected 2",
        Create(2, 0).Input(TestTensor.Of([1], 1)).Output(TestTensor.Empty<int>(1, 1)).Refusal());

    [Fact]
    public void A_count_below_1_is_refused() => Assert.Equal(
        "packs 0 tensors; expected at least 1",
        Create(0, 0).Output(TestTensor.Empty<int>(1)).Refusal());

    [Fact]
    public void Inputs_of_different_shapes_are_refused() => Assert.Equal(
        "tensor 1 has shape [1]; expected [2]",
        Create(2, 0).Input(TestTensor.Of([2], 1, 2)).Input(TestTensor.Of([1], 1)).Output(TestTensor.Empty<int>(2, 2)).Refusal());

    [Fact]
    public void An_input_of_another_type_is_refused() => Assert.Equal(
        "tensor 0 is INT32; expected INT16",
        Create(1, 0).Input(TestTensor.Of([1], 1)).Output(TestTensor.Empty<short>(1, 1)).Refusal());

    [Fact]
    public void An_output_of_another_shape_is_refused() => Assert.Equal(
        "tensor 1 has shape [2,1]; expected [2] with an axis of 1 put in at 0",
        Create(1, 0).Input(TestTensor.Of([2], 1, 2)).Output(TestTensor.Empty<int>(2, 1)).Refusal());

    [Fact]
    public void An_axis_beyond_the_new_rank_is_refused() => Assert.Equal(
        "axis is 2; expected -2 to 1",
        Create(1, 2).Input(TestTensor.Of([1], 1)).Output(TestTensor.Empty<int>(1, 1)).Refusal());

    private static OperatorBuilder Create(int count, int axis) =>
        new OperatorBuilder(BuiltinOperator.Pack, BuiltinOptionsType.Pack).WithOption(0, count).WithOption(1, axis);
}
