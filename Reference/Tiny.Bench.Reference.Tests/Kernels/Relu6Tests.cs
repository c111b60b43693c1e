using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

public sealed class Relu6Tests
{
    [Fact]
    public void Clamps_input_codes_between_0_and_6_and_ignores_the_outputs_scale()
    {
        // Zero is code -10, six is -10 + 6 / 0.25 = 14.
        sbyte[] output = Create(
            TestTensor.Of<sbyte>([7], -128, -11, -10, 13, 14, 15, 127).Scaled(0.25f, -10),
            TestTensor.Empty<sbyte>(7).Scaled(0.5f, 3)).Run<sbyte>();
        Assert.Equal([-10, -10, -10, 13, 14, 14, 14], output);
    }

    [Fact]
    public void Six_beyond_the_codes_is_the_highest_one()
    {
        sbyte[] output = Create(TestTensor.Of<sbyte>([3], -1, 0, 127).Scaled(0.01f), TestTensor.Empty<sbyte>(3).Scaled(0.01f)).Run<sbyte>();
        Assert.Equal([0, 0, 127], output);
    }

    [Fact]
    public void Float_clamps_between_0_and_6()
    {
        float[] output = Create(TestTensor.Of([3], -1f, 5.5f, 6.5f), TestTensor.Empty<float>(3)).Run<float>();
        Assert.Equal([0f, 5.5f, 6f], output);
    }

    [Fact]
    public void An_input_without_scale_is_refused() => Assert.Equal(
        "tensor 0 has 0 scales; expected 1",
        Create(TestTensor.Of<sbyte>([1], 1), TestTensor.Empty<sbyte>(1).Scaled(1)).Refusal());

    [Fact]
    public void Types_without_a_kernel_are_named() => Assert.Equal(
        "version 1 has no kernel for types UINT8, UINT8",
        Create(TestTensor.Of<byte>([1], 1).Scaled(1), TestTensor.Empty<byte>(1).Scaled(1)).Unsupported());

    private static OperatorBuilder Create(TestTensor input, TestTensor output) =>
        new OperatorBuilder(BuiltinOperator.Relu6).Input(input).Output(output);
}
