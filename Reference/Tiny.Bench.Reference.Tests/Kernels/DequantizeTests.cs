using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

public sealed class DequantizeTests
{
    [Fact]
    public void Int8_becomes_steps_above_the_zero_point()
    {
        float[] output = Create(TestTensor.Of<sbyte>([3], -128, 3, 127).Scaled(0.5f, 3), TestTensor.Empty<float>(3)).Run<float>();
        Assert.Equal([-65.5f, 0f, 62f], output);
    }

    [Fact]
    public void The_product_is_rounded_once()
    {
        // 0.1f is 13421773 / 2^27; times 32767 it needs 39 bits, of which binary32 keeps 24.
        float[] output = Create(TestTensor.Of<short>([1], 32767).Scaled(0.1f), TestTensor.Empty<float>(1)).Run<float>();
        Assert.Equal((float)(13421773L * 32767 / Math.Pow(2, 27)), output[0]);
    }

    [Fact]
    public void Unsigned_codes_reach_255()
    {
        float[] output = Create(TestTensor.Of<byte>([2], 0, 255).Scaled(1, 128), TestTensor.Empty<float>(2)).Run<float>();
        Assert.Equal([-128f, 127f], output);
    }

    [Fact]
    public void An_input_without_scale_is_refused() => Assert.Equal(
        "tensor 0 has 0 scales; expected 1",
        Create(TestTensor.Of<sbyte>([1], 1), TestTensor.Empty<float>(1)).Refusal());

    [Fact]
    public void Another_shape_is_refused() => Assert.Equal(
        "tensor 1 has shape []; expected [1]",
        Create(TestTensor.Of<sbyte>([1], 1).Scaled(1), TestTensor.Empty<float>()).Refusal());

    [Fact]
    public void Types_without_a_kernel_are_named() => Assert.Equal(
        "version 1 has no kernel for types INT32, FLOAT32",
        Create(TestTensor.Of([1], 1).Scaled(1), TestTensor.Empty<float>(1)).Unsupported());

    private static OperatorBuilder Create(TestTensor input, TestTensor output) =>
        new OperatorBuilder(BuiltinOperator.Dequantize).Input(input).Output(output);
}
