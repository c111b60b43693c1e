using Tiny.Bench.Reference.Models;
using static Tiny.Bench.Reference.Kernels.OperatorStage;

namespace Tiny.Bench.Reference.Kernels;

public sealed class SumTests
{
    [Fact]
    public void Adds_what_lies_above_the_zero_point_and_rescales()
    {
        // Columns: (1 + 2 - 2 * 1) and (10 + 21 - 2 * 1) steps of 0.5 are 1 and 29, half as many of 1: ties away from zero.
        sbyte[] output = Stage([1, 10, 2, 21], Codes(0.5f, 1), 0, 2, 2).Output<sbyte>(Codes(1, -3), 2).Run<sbyte>();
        Assert.Equal([-2, 12], output);
    }

    [Fact]
    public void Saturates_at_both_ends()
    {
        sbyte[] output = Stage([127, 127, -128, -128], Codes(1), 1, 2, 2).Output<sbyte>(Codes(1), 2).Run<sbyte>();
        Assert.Equal([127, -128], output);
    }

    [Fact]
    public void Keeps_its_dimensions_on_demand()
    {
        sbyte[] output = Stage([1, 2, 3, 4], Codes(1), -1, 2, 2).Option(0, 1).Output<sbyte>(Codes(1), 2, 1).Run<sbyte>();
        Assert.Equal([3, 7], output);
    }

    [Fact]
    public void Three_inputs_are_refused() => Assert.EndsWith(
        "has 3 inputs; expected 2",
        Stage([1], Codes(1), 0, 1).LeftOut().Output<sbyte>(Codes(1)).Error());

    [Fact]
    public void An_axis_outside_the_rank_is_refused() => Assert.EndsWith(
        "axis is 1; expected -1 to 0",
        Stage([1], Codes(1), 1, 1).Output<sbyte>(Codes(1)).Error());

    [Fact]
    public void Types_without_a_kernel_are_named() => Assert.EndsWith(
        "version 1 has no kernel for types INT16, INT16",
        new OperatorStage(BuiltinOperator.Sum).Input<short>([1], Codes(1), 1).Constant([0], 1).Output<short>(Codes(1)).Unsupported());

    private static OperatorStage Stage(sbyte[] input, Quantization codes, int axis, params int[] shape) =>
        new OperatorStage(BuiltinOperator.Sum, BuiltinOptionsType.Reducer).Input(input, codes, shape).Constant([axis], 1);
}
