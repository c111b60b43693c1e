using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Models;
using static Tiny.Bench.Reference.Kernels.OperatorStage;

namespace Tiny.Bench.Reference.Kernels;

public sealed class QuantizeTests
{
    [Fact]
    public void Rounds_real_ties_away_from_zero_and_saturates()
    {
        float[] input = [0.25f, -0.25f, 1.25f, 0.2f, 1e9f, -1e9f, float.PositiveInfinity, float.NegativeInfinity, float.NaN];
        sbyte[] output = new OperatorStage(BuiltinOperator.Quantize).Input(input, null, 9).Output<sbyte>(Codes(0.5f, 10), 9).Run<sbyte>();
        Assert.Equal([11, 9, 13, 10, 127, -128, 127, -128, 10], output);
    }

    [Fact]
    public void The_real_quotient_is_binary32()
    {
        // 0.21f / 0.06f is 3.49999997 in binary64, and 3.5 in binary32.
        sbyte[] output = new OperatorStage(BuiltinOperator.Quantize).Input([0.21f], null, 1).Output<sbyte>(Codes(0.06f), 1).Run<sbyte>();
        Assert.Equal([4], output);
    }

    [Fact]
    public void Real_numbers_become_int16()
    {
        short[] output = new OperatorStage(BuiltinOperator.Quantize)
            .Input([1f, -1f, 1e9f, -1e9f], null, 4)
            .Output<short>(Codes(1f / 1024), 4)
            .Run<short>();
        Assert.Equal([1024, -1024, 32767, -32768], output);
    }

    [Fact]
    public void Codes_are_rescaled_between_zero_points()
    {
        // Steps 3 and -3 of 0.5 are 1.5 and -1.5 of 1; the tie is the high product's, so both go up.
        sbyte[] output = new OperatorStage(BuiltinOperator.Quantize)
            .Input<sbyte>([8, 2, 127], Codes(0.5f, 5), 3)
            .Output<sbyte>(Codes(1, -20), 3)
            .Run<sbyte>();
        Assert.Equal([-18, -21, 41], output);
    }

    [Fact]
    public void Rounds_by_the_dialect()
    {
        OperatorStage stage = new OperatorStage(BuiltinOperator.Quantize)
            .Input<sbyte>([-2], Codes(0.25f), 1)
            .Output<sbyte>(Codes(1), 1);
        Assert.Equal([-1], stage.Run<sbyte, DoubleRounding>());
        Assert.Equal([0], stage.Run<sbyte, HalfUpRounding>());
    }

    [Fact]
    public void Int16_narrows_to_int8_and_saturates()
    {
        sbyte[] output = new OperatorStage(BuiltinOperator.Quantize)
            .Input<short>([256, -256, 32767, -32768], Codes(1f / 256), 4)
            .Output<sbyte>(Codes(1, 3), 4)
            .Run<sbyte>();
        Assert.Equal([4, 2, 127, -125], output);
    }

    [Fact]
    public void Int8_widens_to_int16()
    {
        short[] output = new OperatorStage(BuiltinOperator.Quantize)
            .Input<sbyte>([-128, 127], Codes(1, -128), 2)
            .Output<short>(Codes(1f / 128), 2)
            .Run<short>();
        Assert.Equal([0, 32640], output);
    }

    [Fact]
    public void Int16_is_rescaled_to_int16()
    {
        short[] output = new OperatorStage(BuiltinOperator.Quantize)
            .Input<short>([100, -32768], Codes(2), 2)
            .Output<short>(Codes(1), 2)
            .Run<short>();
        Assert.Equal([200, -32768], output);
    }

    [Fact]
    public void Signed_and_unsigned_codes_of_equal_scale_differ_by_the_top_bit()
    {
        sbyte[] signed = Enumerable.Range(-128, 256).Select(code => (sbyte)code).ToArray();
        byte[] unsigned = signed.Select(code => (byte)(code ^ 0x80)).ToArray();
        byte[] there = new OperatorStage(BuiltinOperator.Quantize)
            .Input(signed, Codes(0.037f, -5), 256)
            .Output<byte>(Codes(0.037f, 123), 256)
            .Run<byte>();
        sbyte[] back = new OperatorStage(BuiltinOperator.Quantize)
            .Input(unsigned, Codes(0.037f, 123), 256)
            .Output<sbyte>(Codes(0.037f, -5), 256)
            .Run<sbyte>();
        Assert.Equal(unsigned, there);
        Assert.Equal(signed, back);
    }

    [Fact]
    public void An_output_without_scale_is_refused() => Assert.EndsWith(
        "tensor 1 has 0 scales; expected 1",
        new OperatorStage(BuiltinOperator.Quantize).Input([1f], null, 1).Output<sbyte>(null, 1).Error());

    [Fact]
    public void Another_shape_is_refused() => Assert.EndsWith(
        "tensor 1 has shape [2]; expected [1]",
        new OperatorStage(BuiltinOperator.Quantize).Input([1f], null, 1).Output<sbyte>(Codes(1), 2).Error());

    [Fact]
    public void A_factor_that_no_shift_reaches_is_refused() => Assert.EndsWith(
        "expected one below 2^30",
        new OperatorStage(BuiltinOperator.Quantize).Input<sbyte>([1], Codes(1e20f), 1).Output<sbyte>(Codes(1e-20f), 1).Error());

    [Fact]
    public void Types_without_a_kernel_are_named() => Assert.EndsWith(
        "version 1 has no kernel for types FLOAT32, UINT8",
        new OperatorStage(BuiltinOperator.Quantize).Input([1f], null, 1).Output<byte>(Codes(1), 1).Unsupported());
}
