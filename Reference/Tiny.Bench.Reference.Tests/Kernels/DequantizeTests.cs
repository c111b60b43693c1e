using Tiny.Bench.Reference.Models;
using static Tiny.Bench.Reference.Kernels.OperatorStage;

namespace Tiny.Bench.Reference.Kernels;

public sealed class DequantizeTests
{
    [Fact]
    public void Int8_becomes_steps_above_the_zero_point()
    {
        float[] output = new OperatorStage(BuiltinOperator.Dequantize)
            .Input<sbyte>([-128, 3, 127], Codes(0.5f, 3), 3)
            .Output<float>(null, 3)
            .Run<float>();
        Assert.Equal([-65.5f, 0f, 62f], output);
    }

    [Fact]
    public void The_product_is_rounded_once()
    {
        // 0.1f is 13421773 / 2^27; times 32767 it needs 39 bits, of which binary32 keeps 24.
        float[] output = new OperatorStage(BuiltinOperator.Dequantize).Input<short>([32767], Codes(0.1f), 1).Output<float>(null, 1).Run<float>();
        Assert.Equal((float)(13421773L * 32767 / Math.Pow(2, 27)), output[0]);
    }

    [Fact]
    public void Unsigned_codes_reach_255()
    {
        float[] output = new OperatorStage(BuiltinOperator.Dequantize).Input<byte>([0, 255], Codes(1, 128), 2).Output<float>(null, 2).Run<float>();
        Assert.Equal([-128f, 127f], output);
    }

    [Fact]
    public void An_input_without_scale_is_refused() => Assert.EndsWith(
        "tensor 0 has 0 scales; expected 1",
        new OperatorStage(BuiltinOperator.Dequantize).Input<sbyte>([1], null, 1).Output<float>(null, 1).Error());

    [Fact]
    public void Another_shape_is_refused() => Assert.EndsWith(
        "tensor 1 has shape []; expected [1]",
        new OperatorStage(BuiltinOperator.Dequantize).Input<sbyte>([1], Codes(1), 1).Output<float>(null).Error());

    [Fact]
    public void Types_without_a_kernel_are_named() => Assert.EndsWith(
        "version 1 has no kernel for types INT32, FLOAT32",
        new OperatorStage(BuiltinOperator.Dequantize).Input([1], Codes(1), 1).Output<float>(null, 1).Unsupported());
}
