using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

public sealed class SumTests
{
    [Fact]
    public void Adds_what_lies_above_the_zero_point_and_rescales()
    {
        // Columns: (1 + 2 - 2 * 1) and (10 + 21 - 2 * 1) steps of 0.5 are 1 and 29, half as many of 1: ties away from zero.
        sbyte[] output = Create(TestTensor.Of<sbyte>([2, 2], 1, 10, 2, 21).Scaled(0.5f, 1), 0)
            .Output(TestTensor.Empty<sbyte>(2).Scaled(1, -3))
            .Run<sbyte>();
        Assert.Equal([-2, 12], output);
    }

    [Fact]
    public void Saturates_at_both_ends()
    {
        sbyte[] output = Create(TestTensor.Of<sbyte>([2, 2], 127, 127, -128, -128).Scaled(1), 1)
            .Output(TestTensor.Empty<sbyte>(2).Scaled(1))
            .Run<sbyte>();
        Assert.Equal([127, -128], output);
    }

    [Fact]
    public void Keeps_its_dimensions_on_demand()
    {
        sbyte[] output = Create(TestTensor.Of<sbyte>([2, 2], 1, 2, 3, 4).Scaled(1), -1)
            .WithOption(0, 1)
            .Output(TestTensor.Empty<sbyte>(2, 1).Scaled(1))
            .Run<sbyte>();
        Assert.Equal([3, 7], output);
    }

    [Fact]
    public void Three_inputs_are_refused() => Assert.Equal(
        "has 3 inputs; expected 2",
        Create(TestTensor.Of<sbyte>([1], 1).Scaled(1), 0).Input(null).Output(TestTensor.Empty<sbyte>().Scaled(1)).Refusal());

    [Fact]
    public void An_axis_outside_the_rank_is_refused() => Assert.Equal(
        "axis is 1; expected -1 to 0",
        Create(TestTensor.Of<sbyte>([1], 1).Scaled(1), 1).Output(TestTensor.Empty<sbyte>().Scaled(1)).Refusal());

    [Fact]
    public void Types_without_a_kernel_are_named() => Assert.Equal(
        "version 1 has no kernel for types INT16, INT16",
        Create(TestTensor.Of<short>([1], 1).Scaled(1), 0).Output(TestTensor.Empty<short>().Scaled(1)).Unsupported());

    private static OperatorBuilder Create(TestTensor input, int axis) =>
        new OperatorBuilder(BuiltinOperator.Sum, BuiltinOptionsType.Reducer).Input(input).Input(TestTensor.Of([1], axis).Constant());
}
