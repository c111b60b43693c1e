using Tiny.Bench.Reference.Models;
using static Tiny.Bench.Reference.Kernels.OperatorStage;

namespace Tiny.Bench.Reference.Kernels;

public sealed class Relu6Tests
{
    [Fact]
    public void Clamps_input_codes_between_0_and_6_and_ignores_the_outputs_scale()
    {
        // Zero is code -10, six is -10 + 6 / 0.25 = 14.
        sbyte[] output = new OperatorStage(BuiltinOperator.Relu6)
            .Input<sbyte>([-128, -11, -10, 13, 14, 15, 127], Codes(0.25f, -10), 7)
            .Output<sbyte>(Codes(0.5f, 3), 7)
            .Run<sbyte>();
        Assert.Equal([-10, -10, -10, 13, 14, 14, 14], output);
    }

    [Fact]
    public void Six_beyond_the_codes_is_the_highest_one()
    {
        sbyte[] output = new OperatorStage(BuiltinOperator.Relu6)
            .Input<sbyte>([-1, 0, 127], Codes(0.01f), 3)
            .Output<sbyte>(Codes(0.01f), 3)
            .Run<sbyte>();
        Assert.Equal([0, 0, 127], output);
    }

    [Fact]
    public void Float_clamps_between_0_and_6()
    {
        float[] output = new OperatorStage(BuiltinOperator.Relu6).Input([-1f, 5.5f, 6.5f], null, 3).Output<float>(null, 3).Run<float>();
        Assert.Equal([0f, 5.5f, 6f], output);
    }

    [Fact]
    public void An_input_without_scale_is_refused() => Assert.EndsWith(
        "tensor 0 has 0 scales; expected 1",
        new OperatorStage(BuiltinOperator.Relu6).Input<sbyte>([1], null, 1).Output<sbyte>(Codes(1), 1).Error());

    [Fact]
    public void Types_without_a_kernel_are_named() => Assert.EndsWith(
        "version 1 has no kernel for types UINT8, UINT8",
        new OperatorStage(BuiltinOperator.Relu6).Input<byte>([1], Codes(1), 1).Output<byte>(Codes(1), 1).Unsupported());
}
