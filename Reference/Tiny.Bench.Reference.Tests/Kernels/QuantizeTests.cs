using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

public sealed class QuantizeTests
{
    [Fact]
    public void Rounds_real_ties_away_from_zero_and_saturates()
    {
        float[] input = [0.25f, -0.25f, 1.25f, 0.2f, 1e9f, -1e9f, float.PositiveInfinity, float.NegativeInfinity, float.NaN];
        sbyte[] output = Create(TestTensor.Of([9], input), TestTensor.Empty<sbyte>(9).Scaled(0.5f, 10)).Run<sbyte>();
        Assert.Equal([11, 9, 13, 10, 127, -128, 127, -128, 10], output);
    }

    [Fact]
    public void The_real_quotient_is_binary32()
    {
        // 0.21f / 0.06f is 3.49999997 in binary64, and 3.5 in binary32.
        sbyte[] output = Create(TestTensor.Of([1], 0.21f), TestTensor.Empty<sbyte>(1).Scaled(0.06f)).Run<sbyte>();
        Assert.Equal([4], output);
    }

    [Fact]
    public void Real_numbers_become_int16()
    {
        short[] output = Create(TestTensor.Of([4], 1f, -1f, 1e9f, -1e9f), TestTensor.Empty<short>(4).Scaled(1f / 1024)).Run<short>();
        Assert.Equal([1024, -1024, 32767, -32768], output);
    }

    [Fact]
    public void Codes_are_rescaled_between_zero_points()
    {
        // Steps 3 and -3 of 0.5 are 1.5 and -1.5 of 1; the tie is the high product's, so both go up.
        sbyte[] output = Create(
            TestTensor.Of<sbyte>([3], 8, 2, 127).Scaled(0.5f, 5),
            TestTensor.Empty<sbyte>(3).Scaled(1, -20)).Run<sbyte>();
        Assert.Equal([-18, -21, 41], output);
    }

    [Fact]
    public void Rounds_by_the_dialect()
    {
        OperatorBuilder quantize = Create(TestTensor.Of<sbyte>([1], -2).Scaled(0.25f), TestTensor.Empty<sbyte>(1).Scaled(1));
        Assert.Equal([-1], quantize.Run<sbyte, DoubleRounding>());
        Assert.Equal([0], quantize.Run<sbyte, HalfUpRounding>());
    }

    [Fact]
    public void Int16_narrows_to_int8_and_saturates()
    {
        sbyte[] output = Create(
            TestTensor.Of<short>([4], 256, -256, 32767, -32768).Scaled(1f / 256),
            TestTensor.Empty<sbyte>(4).Scaled(1, 3)).Run<sbyte>();
        Assert.Equal([4, 2, 127, -125], output);
    }

    [Fact]
    public void Int8_widens_to_int16()
    {
        short[] output = Create(
            TestTensor.Of<sbyte>([2], -128, 127).Scaled(1, -128),
            TestTensor.Empty<short>(2).Scaled(1f / 128)).Run<short>();
        Assert.Equal([0, 32640], output);
    }

    [Fact]
    public void Int16_is_rescaled_to_int16()
    {
        short[] output = Create(TestTensor.Of<short>([2], 100, -32768).Scaled(2), TestTensor.Empty<short>(2).Scaled(1)).Run<short>();
        Assert.Equal([200, -32768], output);
    }

    [Fact]
    public void Signed_and_unsigned_codes_of_equal_scale_differ_by_the_top_bit()
    {
        sbyte[] signed = TestTensor.AllCodes;
        byte[] unsigned = signed.Select(code => (byte)(code ^ 0x80)).ToArray();
        byte[] there = Create(TestTensor.Of([256], signed).Scaled(0.037f, -5), TestTensor.Empty<byte>(256).Scaled(0.037f, 123)).Run<byte>();
        sbyte[] back = Create(
            TestTensor.Of([256], unsigned).Scaled(0.037f, 123),
            TestTensor.Empty<sbyte>(256).Scaled(0.037f, -5)).Run<sbyte>();
        Assert.Equal(unsigned, there);
        Assert.Equal(signed, back);
    }

    [Fact]
    public void An_output_without_scale_is_refused() => Assert.Equal(
        "tensor 1 has 0 scales; expected 1",
        Create(TestTensor.Of([1], 1f), TestTensor.Empty<sbyte>(1)).Refusal());

    [Fact]
    public void Another_shape_is_refused() => Assert.Equal(
        "tensor 1 has shape [2]; expected [1]",
        Create(TestTensor.Of([1], 1f), TestTensor.Empty<sbyte>(2).Scaled(1)).Refusal());

    [Fact]
    public void A_factor_that_no_shift_reaches_is_refused() => Assert.EndsWith(
        "expected one below 2^30",
        Create(TestTensor.Of<sbyte>([1], 1).Scaled(1e20f), TestTensor.Empty<sbyte>(1).Scaled(1e-20f)).Refusal());

    [Fact]
    public void Types_without_a_kernel_are_named() => Assert.Equal(
        "version 1 has no kernel for types FLOAT32, UINT8",
        Create(TestTensor.Of([1], 1f), TestTensor.Empty<byte>(1).Scaled(1)).Unsupported());

    private static OperatorBuilder Create(TestTensor input, TestTensor output) =>
        new OperatorBuilder(BuiltinOperator.Quantize).Input(input).Output(output);
}
