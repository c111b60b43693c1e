using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

public sealed class ReluTests
{
    [Fact]
    public void Rescales_and_clamps_at_the_outputs_zero_point()
    {
        // Factor 2: -20 is below zero, 10 is zero, 12 is 2 * 2 steps above, 127 is 117 * 2 above.
        sbyte[] output = Create(
            TestTensor.Of<sbyte>([4], -20, 10, 12, 127).Scaled(0.5f, 10),
            TestTensor.Empty<sbyte>(4).Scaled(0.25f, -128)).Run<sbyte>();
        Assert.Equal([-128, -128, -124, 106], output);
    }

    [Fact]
    public void Saturates_at_the_highest_code()
    {
        sbyte[] output = Create(TestTensor.Of<sbyte>([2], 127, -1).Scaled(1, -128), TestTensor.Empty<sbyte>(2).Scaled(1, 5)).Run<sbyte>();
        Assert.Equal([127, 127], output);
    }

    [Fact]
    public void The_factor_is_a_binary32_quotient()
    {
        // 0.01f / 0.06f is a little below 1/6 in binary64 and a little above in binary32: 3 steps round to 0 or to 1.
        sbyte[] output = Create(
            TestTensor.Of<sbyte>([1], 3).Scaled(0.01f),
            TestTensor.Empty<sbyte>(1).Scaled(0.06f)).Run<sbyte, SingleRounding>();
        Assert.Equal([1], output);
    }

    [Fact]
    public void Rounds_by_the_dialect()
    {
        OperatorBuilder relu = Create(TestTensor.Of<sbyte>([1], 1).Scaled(0.49f), TestTensor.Empty<sbyte>(1).Scaled(1));
        Assert.Equal([1], relu.Run<sbyte, DoubleRounding>());
        Assert.Equal([0], relu.Run<sbyte, SingleRounding>());
    }

    [Fact]
    public void Float_keeps_what_is_not_negative()
    {
        float[] output = Create(TestTensor.Of([3], -1.5f, 0f, 2.5f), TestTensor.Empty<float>(3)).Run<float>();
        Assert.Equal([0f, 0f, 2.5f], output);
    }

    [Fact]
    public void A_factor_that_no_shift_reaches_is_refused() => Assert.EndsWith(
        "expected one below 2^30",
        Create(TestTensor.Of<sbyte>([1], 1).Scaled(1e10f), TestTensor.Empty<sbyte>(1).Scaled(1)).Refusal());

    [Fact]
    public void A_zero_point_outside_int8_is_refused() => Assert.Equal(
        "tensor 0 (INT8) has zero point 128; expected -128 to 127",
        Create(TestTensor.Of<sbyte>([1], 1).Scaled(1, 128), TestTensor.Empty<sbyte>(1).Scaled(1)).Refusal());

    [Fact]
    public void An_output_without_scale_is_refused() => Assert.Equal(
        "tensor 1 has 0 scales; expected 1",
        Create(TestTensor.Of<sbyte>([1], 1).Scaled(1), TestTensor.Empty<sbyte>(1)).Refusal());

    [Fact]
    public void Two_inputs_are_refused() => Assert.Equal(
        "has 2 inputs; expected 1",
        new OperatorBuilder(BuiltinOperator.Relu)
            .Input(TestTensor.Of<sbyte>([1], 1).Scaled(1))
            .Input(null)
            .Output(TestTensor.Empty<sbyte>(1).Scaled(1))
            .Refusal());

    [Fact]
    public void Types_without_a_kernel_are_named() => Assert.Equal(
        "version 1 has no kernel for types INT16, INT16",
        Create(TestTensor.Of<short>([1], 1).Scaled(1), TestTensor.Empty<short>(1).Scaled(1)).Unsupported());

    private static OperatorBuilder Create(TestTensor input, TestTensor output) =>
        new OperatorBuilder(BuiltinOperator.Relu).Input(input).Output(output);
}
