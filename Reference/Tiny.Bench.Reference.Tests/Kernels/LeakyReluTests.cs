using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Models;
using static Tiny.Bench.Reference.Kernels.OperatorStage;

namespace Tiny.Bench.Reference.Kernels;

public sealed class LeakyReluTests
{
    [Fact]
    public void Scales_what_is_negative_by_alpha()
    {
        // Steps -6, -4, -2 times 1/4 are -1.5, -1 and -0.5, ties away from zero.
        sbyte[] output = Stage(0.25f)
            .Input<sbyte>([-3, -1, 1, 3, 10], Codes(1, 3), 5)
            .Output<sbyte>(Codes(1, -7), 5)
            .Run<sbyte>();
        Assert.Equal([-9, -8, -8, -7, 0], output);
    }

    [Fact]
    public void A_negative_alpha_negates_before_the_rounding()
    {
        // -1 * -0.5 is the tie 0.5, which goes up to 1; -0.5 would go up to 0 and stay there when negated.
        sbyte[] output = Stage(-0.5f).Input<sbyte>([-1, -3, 4], Codes(1), 3).Output<sbyte>(Codes(1), 3).Run<sbyte>();
        Assert.Equal([1, 2, 4], output);
    }

    [Fact]
    public void Both_factors_are_binary32_quotients()
    {
        // 0.01f / 0.06f is below 1/6 in binary64 and above in binary32, so that 3 steps round to 1 and -3 to -1.
        Assert.Equal([1], Stage(0.5f).Input<sbyte>([3], Codes(0.01f), 1).Output<sbyte>(Codes(0.06f), 1).Run<sbyte, SingleRounding>());
        Assert.Equal([-1], Stage(0.5f).Input<sbyte>([-3], Codes(0.02f), 1).Output<sbyte>(Codes(0.06f), 1).Run<sbyte, SingleRounding>());
    }

    [Fact]
    public void Saturates_at_both_ends()
    {
        sbyte[] output = Stage(4).Input<sbyte>([-128, 127], Codes(2), 2).Output<sbyte>(Codes(1), 2).Run<sbyte>();
        Assert.Equal([-128, 127], output);
    }

    [Fact]
    public void Runs_on_int16()
    {
        short[] output = Stage(0.5f).Input<short>([-32768, -3, 0, 32767], Codes(1), 4).Output<short>(Codes(1), 4).Run<short>();
        Assert.Equal([-16384, -1, 0, 32767], output);
    }

    [Fact]
    public void Without_options_alpha_is_0()
    {
        sbyte[] output = new OperatorStage(BuiltinOperator.LeakyRelu).Input<sbyte>([-9, 9], Codes(1), 2).Output<sbyte>(Codes(1), 2).Run<sbyte>();
        Assert.Equal([0, 9], output);
    }

    [Fact]
    public void An_alpha_that_is_no_number_is_refused() => Assert.EndsWith(
        "the scales give the factor NaN; expected a finite one that is not negative",
        Stage(float.NaN).Input<sbyte>([1], Codes(1), 1).Output<sbyte>(Codes(1), 1).Error());

    [Fact]
    public void A_zero_point_of_int16_other_than_0_is_refused() => Assert.EndsWith(
        "tensor 1 (INT16) has zero point 1; expected 0 to 0",
        Stage(1).Input<short>([1], Codes(1), 1).Output<short>(Codes(1, 1), 1).Error());

    [Fact]
    public void Options_of_another_operator_are_refused() => Assert.EndsWith(
        "has options of union member 9; expected 75 (LeakyReluOptions)",
        new OperatorStage(BuiltinOperator.LeakyRelu, BuiltinOptionsType.Softmax).Input<sbyte>([1], Codes(1), 1).Output<sbyte>(Codes(1), 1).Error());

    [Fact]
    public void Types_without_a_kernel_are_named() => Assert.EndsWith(
        "version 1 has no kernel for types FLOAT32, FLOAT32",
        Stage(1).Input<float>([1], null, 1).Output<float>(null, 1).Unsupported());

    private static OperatorStage Stage(float alpha) => new OperatorStage(BuiltinOperator.LeakyRelu, BuiltinOptionsType.LeakyRelu).Option(0, alpha);
}
