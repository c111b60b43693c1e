using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Models;
using static Tiny.Bench.Reference.Kernels.OperatorStage;

namespace Tiny.Bench.Reference.Kernels;

public sealed class ReluTests
{
    [Fact]
    public void Rescales_and_clamps_at_the_outputs_zero_point()
    {
        // Factor 2: -20 is below zero, 10 is zero, 12 is 2 * 2 steps above, 127 is 117 * 2 above.
        sbyte[] output = new OperatorStage(BuiltinOperator.Relu)
            .Input<sbyte>([-20, 10, 12, 127], Codes(0.5f, 10), 4)
            .Output<sbyte>(Codes(0.25f, -128), 4)
            .Run<sbyte>();
        Assert.Equal([-128, -128, -124, 106], output);
    }

    [Fact]
    public void Saturates_at_the_highest_code()
    {
        sbyte[] output = new OperatorStage(BuiltinOperator.Relu)
            .Input<sbyte>([127, -1], Codes(1, -128), 2)
            .Output<sbyte>(Codes(1, 5), 2)
            .Run<sbyte>();
        Assert.Equal([127, 127], output);
    }

    [Fact]
    public void The_factor_is_a_binary32_quotient()
    {
        // 0.01f / 0.06f is a little below 1/6 in binary64 and a little above in binary32: 3 steps round to 0 or to 1.
        sbyte[] output = new OperatorStage(BuiltinOperator.Relu)
            .Input<sbyte>([3], Codes(0.01f), 1)
            .Output<sbyte>(Codes(0.06f), 1)
            .Run<sbyte, SingleRounding>();
        Assert.Equal([1], output);
    }

    [Fact]
    public void Rounds_by_the_dialect()
    {
        OperatorStage stage = new OperatorStage(BuiltinOperator.Relu)
            .Input<sbyte>([1], Codes(0.49f), 1)
            .Output<sbyte>(Codes(1), 1);
        Assert.Equal([1], stage.Run<sbyte, DoubleRounding>());
        Assert.Equal([0], stage.Run<sbyte, SingleRounding>());
    }

    [Fact]
    public void Float_keeps_what_is_not_negative()
    {
        float[] output = new OperatorStage(BuiltinOperator.Relu).Input([-1.5f, 0f, 2.5f], null, 3).Output<float>(null, 3).Run<float>();
        Assert.Equal([0f, 0f, 2.5f], output);
    }

    [Fact]
    public void A_factor_that_no_shift_reaches_is_refused() => Assert.EndsWith(
        "expected one below 2^30",
        new OperatorStage(BuiltinOperator.Relu).Input<sbyte>([1], Codes(1e10f), 1).Output<sbyte>(Codes(1), 1).Error());

    [Fact]
    public void A_zero_point_outside_int8_is_refused() => Assert.EndsWith(
        "tensor 0 (INT8) has zero point 128; expected -128 to 127",
        new OperatorStage(BuiltinOperator.Relu).Input<sbyte>([1], Codes(1, 128), 1).Output<sbyte>(Codes(1), 1).Error());

    [Fact]
    public void An_output_without_scale_is_refused() => Assert.EndsWith(
        "tensor 1 has 0 scales; expected 1",
        new OperatorStage(BuiltinOperator.Relu).Input<sbyte>([1], Codes(1), 1).Output<sbyte>(null, 1).Error());

    [Fact]
    public void Two_inputs_are_refused() => Assert.EndsWith(
        "has 2 inputs; expected 1",
        new OperatorStage(BuiltinOperator.Relu).Input<sbyte>([1], Codes(1), 1).LeftOut().Output<sbyte>(Codes(1), 1).Error());

    [Fact]
    public void Types_without_a_kernel_are_named() => Assert.EndsWith(
        "version 1 has no kernel for types INT16, INT16",
        new OperatorStage(BuiltinOperator.Relu).Input<short>([1], Codes(1), 1).Output<short>(Codes(1), 1).Unsupported());
}
