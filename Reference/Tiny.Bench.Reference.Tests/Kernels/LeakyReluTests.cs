using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

public sealed class LeakyReluTests
{
    [Fact]
    public void Scales_what_is_negative_by_alpha()
    {
        // Steps -6, -4, -2 times 1/4 are -1.5, -1 and -0.5, ties away from zero.
        sbyte[] output = Create(0.25f)
            .Input(TestTensor.Of<sbyte>([5], -3, -1, 1, 3, 10).Scaled(1, 3))
            .Output(TestTensor.Empty<sbyte>(5).Scaled(1, -7))
            .Run<sbyte>();
        Assert.Equal([-9, -8, -8, -7, 0], output);
    }

    [Fact]
    public void A_negative_alpha_negates_before_the_rounding()
    {
        // -1 * -0.5 is the tie 0.5, which goes up to 1; -0.5 would go up to 0 and stay there when negated.
        sbyte[] output = Create(-0.5f)
            .Input(TestTensor.Of<sbyte>([3], -1, -3, 4).Scaled(1))
            .Output(TestTensor.Empty<sbyte>(3).Scaled(1))
            .Run<sbyte>();
        Assert.Equal([1, 2, 4], output);
    }

    [Fact]
    public void Both_factors_are_binary32_quotients()
    {
        // 0.01f / 0.06f is below 1/6 in binary64 and above in binary32, so that 3 steps round to 1 and -3 to -1.
        Assert.Equal([1], Create(0.5f)
            .Input(TestTensor.Of<sbyte>([1], 3).Scaled(0.01f))
            .Output(TestTensor.Empty<sbyte>(1).Scaled(0.06f))
            .Run<sbyte, SingleRounding>());
        Assert.Equal([-1], Create(0.5f)
            .Input(TestTensor.Of<sbyte>([1], -3).Scaled(0.02f))
            .Output(TestTensor.Empty<sbyte>(1).Scaled(0.06f))
            .Run<sbyte, SingleRounding>());
    }

    [Fact]
    public void Saturates_at_both_ends()
    {
        sbyte[] output = Create(4)
            .Input(TestTensor.Of<sbyte>([2], -128, 127).Scaled(2))
            .Output(TestTensor.Empty<sbyte>(2).Scaled(1))
            .Run<sbyte>();
        Assert.Equal([-128, 127], output);
    }

    [Fact]
    public void Runs_on_int16()
    {
        short[] output = Create(0.5f)
            .Input(TestTensor.Of<short>([4], -32768, -3, 0, 32767).Scaled(1))
            .Output(TestTensor.Empty<short>(4).Scaled(1))
            .Run<short>();
        Assert.Equal([-16384, -1, 0, 32767], output);
    }

    [Fact]
    public void Without_options_alpha_is_0()
    {
        sbyte[] output = new OperatorBuilder(BuiltinOperator.LeakyRelu)
            .Input(TestTensor.Of<sbyte>([2], -9, 9).Scaled(1))
            .Output(TestTensor.Empty<sbyte>(2).Scaled(1))
            .Run<sbyte>();
        Assert.Equal([0, 9], output);
    }

    [Fact]
    public void An_alpha_that_is_no_number_is_refused() => Assert.Equal(
        "the scales give the factor NaN; expected a finite one that is not negative",
        Create(float.NaN).Input(TestTensor.Of<sbyte>([1], 1).Scaled(1)).Output(TestTensor.Empty<sbyte>(1).Scaled(1)).Refusal());

    [Fact]
    public void A_zero_point_of_int16_other_than_0_is_refused() => Assert.Equal(
        "tensor 1 (INT16) has zero point 1; expected 0 to 0",
        Create(1).Input(TestTensor.Of<short>([1], 1).Scaled(1)).Output(TestTensor.Empty<short>(1).Scaled(1, 1)).Refusal());

    [Fact]
    public void Options_of_another_operator_are_refused() => Assert.Equal(
        "has options of union member 9; expected 75 (LeakyReluOptions)",
        new OperatorBuilder(BuiltinOperator.LeakyRelu, BuiltinOptionsType.Softmax)
            .Input(TestTensor.Of<sbyte>([1], 1).Scaled(1))
            .Output(TestTensor.Empty<sbyte>(1).Scaled(1))
            .Refusal());

    [Fact]
    public void Types_without_a_kernel_are_named() => Assert.Equal(
        "version 1 has no kernel for types FLOAT32, FLOAT32",
        Create(1).Input(TestTensor.Of<float>([1], 1)).Output(TestTensor.Empty<float>(1)).Unsupported());

    private static OperatorBuilder Create(float alpha) => new OperatorBuilder(BuiltinOperator.LeakyRelu, BuiltinOptionsType.LeakyRelu)
        .WithOption(0, alpha);
}
