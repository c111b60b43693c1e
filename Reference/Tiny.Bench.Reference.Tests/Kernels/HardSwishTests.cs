using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

public sealed class HardSwishTests
{
    [Theory]
    [InlineData(0.001f, 0, 0.001f, 0)]
    [InlineData(0.0234f, 3, 0.02f, -100)]
    [InlineData(0.1f, -128, 0.1f, -128)]
    [InlineData(0.5f, 127, 0.25f, 0)]
    [InlineData(20f, 0, 20f, 0)]
    public void Is_within_one_code_of_the_real_function_for_all_256_codes(
        float inputScale, int inputZeroPoint, float outputScale, int outputZeroPoint)
    {
        sbyte[] output = Create(
            TestTensor.Of([256], TestTensor.AllCodes).Scaled(inputScale, inputZeroPoint),
            TestTensor.Empty<sbyte>(256).Scaled(outputScale, outputZeroPoint)).Run<sbyte>();
        for (int i = 0; i < output.Length; i++)
        {
            double x = (double)inputScale * (TestTensor.AllCodes[i] - inputZeroPoint);
            double real = (x * Math.Clamp(x + 3, 0, 6) / 6 / outputScale) + outputZeroPoint;
            Assert.InRange(output[i] - Math.Clamp(real, -128, 127), -1, 1);
        }
    }

    [Fact]
    public void Is_exact_where_it_is_zero_and_where_it_is_the_identity()
    {
        sbyte[] output = Create(
            TestTensor.Of<sbyte>([6], -128, -3, 0, 3, 100, 127).Scaled(1),
            TestTensor.Empty<sbyte>(6).Scaled(1)).Run<sbyte>();
        Assert.Equal([0, 0, 0, 3, 100, 127], output);
    }

    [Fact]
    public void Truncates_the_last_product_towards_zero()
    {
        // Output step 1/128 of a code: x = -1 is -128 steps, halved and rounded down to -64; relu is (32768 - 2 * 5461) / 2 = 10923;
        // -64 * 10923 / 32768 = -21.3. For x = 1: 64 * 21845 / 32768 = 42.7.
        var codes = new HardSwishCodes(0, 0, OutputMultiplier: 16384, OutputExponent: 0, ReluMultiplier: 21845, ReluExponent: 7);
        var output = new sbyte[2];
        HardSwish.Run(codes, [-1, 1], output);
        Assert.Equal([-21, 42], output);
    }

    [Fact]
    public void Rounds_the_first_product_to_nearest()
    {
        // 128 * 16522 / 32768 = 64.54 is 65; relu is as good as 1: 65 * 32767 / 32768 = 64.998.
        var codes = new HardSwishCodes(0, 0, OutputMultiplier: 16522, OutputExponent: 0, ReluMultiplier: 32767, ReluExponent: 12);
        var output = new sbyte[1];
        HardSwish.Run(codes, [1], output);
        Assert.Equal([64], output);
    }

    [Fact]
    public void A_small_scale_shifts_the_relu_right_with_ties_away_from_zero()
    {
        // relu = 128 * 24576 / 32768 = 96, over 64 is 1.5, so 2: (2 + 32768) >> 1 = 16385; 64 * 16385 / 32768 = 32.
        // With the multiplier 32767 for the output 128 stays 128 (127.996 rounded): 128 * 16385 / 32768 = 64.002.
        var codes = new HardSwishCodes(0, 0, OutputMultiplier: 32767, OutputExponent: 0, ReluMultiplier: 24576, ReluExponent: -6);
        var output = new sbyte[2];
        HardSwish.Run(codes, [1, -1], output);
        Assert.Equal([64, -63], output);
    }

    [Theory]
    [InlineData(1 << 30, 1 << 14)]
    [InlineData((1 << 30) + (1 << 15) - 1, 1 << 14)]
    [InlineData((1 << 30) + (1 << 15), (1 << 14) + 1)]
    [InlineData(int.MaxValue, short.MaxValue)]
    public void A_multiplier_is_rounded_to_15_bits_and_never_overflows(int multiplier, int expected) =>
        Assert.Equal(expected, HardSwishCodes.Reduce(new QuantizedMultiplier(multiplier, 0)));

    [Fact]
    public void An_output_scale_128_times_below_the_inputs_is_refused() => Assert.Equal(
        "the scales give the factor 1; expected one below 2^0",
        Create(TestTensor.Empty<sbyte>(1).Scaled(1), TestTensor.Empty<sbyte>(1).Scaled(1f / 128)).Refusal());

    [Fact]
    public void An_input_scale_that_no_shift_reaches_is_refused() => Assert.EndsWith(
        "expected one below 2^30",
        Create(TestTensor.Empty<sbyte>(1).Scaled(1e10f), TestTensor.Empty<sbyte>(1).Scaled(1e10f)).Refusal());

    [Fact]
    public void Types_without_a_kernel_are_named() => Assert.Equal(
        "version 1 has no kernel for types FLOAT32, FLOAT32",
        Create(TestTensor.Empty<float>(1), TestTensor.Empty<float>(1)).Unsupported());

    private static OperatorBuilder Create(TestTensor input, TestTensor output) =>
        new OperatorBuilder(BuiltinOperator.HardSwish).Input(input).Output(output);
}
