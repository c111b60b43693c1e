using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Reference.Vectors;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Reference.Kernels;

public sealed class SoftmaxTests
{
    [SkippableFact]
    public void The_codes_of_TFLM_follow_from_scale_and_beta()
    {
        VectorCase[] cases = [.. VectorSuite.Open(Official.Vectors()).Cases.Where(vectorCase => vectorCase.Operation == "softmax")];
        Assert.Equal(27, cases.Length);
        foreach (VectorParameters parameters in cases.Select(vectorCase => vectorCase.Parameters))
        {
            SoftmaxCodes codes = SoftmaxCodes.FromScale(parameters.Real("input_scale", double.NaN), parameters.Real("beta", double.NaN));

            Assert.Equal(parameters.Int32("input_multiplier"), codes.InputMultiplier.Multiplier);
            Assert.Equal(parameters.Int32("input_left_shift"), codes.InputMultiplier.Shift);
            Assert.Equal(parameters.Int32("diff_min"), codes.DiffMin);
        }
    }

    [Theory]
    [InlineData(1e-9, 1)]
    [InlineData(0.1, 0)]
    [InlineData(0.1, -1)]
    [InlineData(0.1, double.NaN)]
    public void A_scale_that_Q5_26_cannot_hold_is_refused(double scale, double beta) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SoftmaxCodes.FromScale(scale, beta));

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.0625)]
    [InlineData(0.37)]
    [InlineData(1.0)]
    public void Is_within_one_code_of_the_real_softmax_for_all_256_codes(double scale)
    {
        // A row per code x: x against -128 and 127.
        sbyte[] input = Enumerable.Range(-128, 256).SelectMany(x => new[] { (sbyte)x, (sbyte)-128, (sbyte)127 }).ToArray();
        var output = new sbyte[input.Length];
        var wide = new short[input.Length];
        Softmax.Run<sbyte, sbyte>(256, 3, SoftmaxCodes.FromScale(scale, 1), input, output);
        Softmax.Run<sbyte, short>(256, 3, SoftmaxCodes.FromScale(scale, 1), input, wide);
        for (int at = 0; at < input.Length; at += 3)
        {
            double sum = Enumerable.Range(at, 3).Sum(i => Math.Exp(scale * input[i]));
            for (int i = at; i < at + 3; i++)
            {
                double real = Math.Exp(scale * input[i]) / sum;
                Assert.InRange(output[i] - ((real * 256) - 128), -1, 1);
                Assert.InRange(wide[i] - ((real * 65536) - 32768), -2, 2);
            }
        }
    }

    [Fact]
    public void Equal_logits_share_equally()
    {
        var output = new sbyte[4];
        Softmax.Run<sbyte, sbyte>(1, 4, SoftmaxCodes.FromScale(0.1, 1), [5, 5, 5, 5], output);
        Assert.Equal([-64, -64, -64, -64], output);
    }

    [Fact]
    public void A_certain_row_saturates_and_a_hopeless_code_contributes_nothing()
    {
        var output = new sbyte[2];
        Softmax.Run<sbyte, sbyte>(1, 2, SoftmaxCodes.FromScale(1, 1), [127, -128], output);
        Assert.Equal([127, -128], output);
    }

    [Fact]
    public void The_lowest_difference_still_counts_and_the_one_below_does_not()
    {
        // Scale 2^-2 makes every difference exact: exp(-31 / 4) against 65536 is 28.2, and the code below it is dropped.
        SoftmaxCodes codes = SoftmaxCodes.FromScale(0.25, 1) with { DiffMin = -31 };
        var output = new short[3];
        Softmax.Run<sbyte, short>(1, 3, codes, [100, 69, 68], output);
        Assert.Equal([32767 - 28 + 1, -32768 + 28, -32768], output.Select(code => (int)code));
    }

    [Fact]
    public void Unsigned_codes_give_the_signed_result_moved_by_128()
    {
        sbyte[] input = [-128, -5, 0, 17, 127, 30];
        byte[] moved = input.Select(code => (byte)(code + 128)).ToArray();
        SoftmaxCodes codes = SoftmaxCodes.FromScale(0.03, 1);
        var signed = new sbyte[6];
        var unsigned = new byte[6];
        Softmax.Run<sbyte, sbyte>(2, 3, codes, input, signed);
        Softmax.Run<byte, byte>(2, 3, codes, moved, unsigned);
        Assert.Equal(signed.Select(code => code + 128), unsigned.Select(code => (int)code));
    }

    [Theory]
    [InlineData(511, -127)]
    [InlineData(512, -128)]
    [InlineData(513, -128)]
    [InlineData(4095, -128)]
    public void Rows_beyond_512_equal_logits_round_to_nothing_instead_of_failing(int columns, int expected)
    {
        // 256 / 511 rounds up to 1, 256 / 513 down to 0. So does 256 / 512: in Q0.31 one is a little less than one.
        var output = new sbyte[columns];
        Softmax.Run<sbyte, sbyte>(1, columns, SoftmaxCodes.FromScale(0.1, 1), new sbyte[columns], output);
        Assert.All(output, code => Assert.Equal(expected, code));
    }

    [Theory]
    [InlineData(0.0001f)]
    [InlineData(0.0003f)]
    [InlineData(0.002f)]
    public void Int16_is_within_a_few_codes_of_the_real_softmax(float scale)
    {
        short[] input = [-32768, -20000, -1000, 0, 1, 999, 12345, 32767, 5, 5];
        short[] output = Create()
            .Input(TestTensor.Of([1, 10], input).Scaled(scale))
            .Output(TestTensor.Empty<short>(1, 10).Scaled(1f / 32768))
            .Run<short>();

        // Whatever lies more than 10 below the maximum keeps exp(-10), at most 2 codes. Nine of those are
        // missing from the largest, and 1 has no code of its own.
        double sum = input.Sum(x => Math.Exp((double)scale * x));
        for (int i = 0; i < input.Length; i++)
            Assert.InRange(output[i] - (Math.Exp((double)scale * input[i]) / sum * 32768), -19, 3);
    }

    [Fact]
    public void Int16_follows_its_steps_on_hand_made_tables()
    {
        // Tables of constants: every exp is 16384, every reciprocal 24576. Sum 49152 = 0xC000 has 16 leading zeros, so the
        // result is (16384 * 24576 + 2^14) >> 15 = 12288.
        var exp = new short[513];
        var reciprocal = new short[513];
        Array.Fill(exp, (short)16384);
        Array.Fill(reciprocal, (short)24576);
        var output = new short[3];
        Softmax.RunInt16(1, 3, new QuantizedMultiplier(1 << 30, 1), exp, reciprocal, [1, 2, 3], output);
        Assert.Equal([12288, 12288, 12288], output);
    }

    [Fact]
    public void Int16_looks_up_the_scaled_difference_and_the_centred_sum()
    {
        // One straight line as both tables, 64 a piece and 63 in the last. Differences 0, -2 and -65534 become codes 32767, 32765
        // and -32767: the exponentials are 32704 + 63, 32704 + 62 and 0 + 1, their sum is 65534 with 16 leading zeros.
        // (65534 * 2^15 + 2^13) >> 14 = 131068, centred 32764, reciprocal 32704 + 61. Then (32767 * 32765 + 2^14) >> 15 = 32764,
        // 32766 gives 32763, and 1 gives 1.
        short[] line = Enumerable.Range(0, 513).Select(i => (short)Math.Min(64 * i, 32767)).ToArray();
        var output = new short[3];
        Softmax.RunInt16(1, 3, new QuantizedMultiplier(1 << 30, 1), line, line, [32767, 32765, -32767], output);
        Assert.Equal([32764, 32763, 1], output.Select(code => (int)code));
    }

    [Fact]
    public void Int16_rounds_the_sum_to_17_bits()
    {
        // Five exponentials of 32767 are 163835, 81917.5 in 17 bits: up to 81918, centred -16386. There the line 1 + v, 128 a piece,
        // gives 16383, and (32767 * 16383 + 2^16) >> 17 = 4096; one code below it would be 4095.
        var exp = new short[513];
        Array.Fill(exp, short.MaxValue);
        short[] line = Enumerable.Range(0, 513).Select(i => (short)Math.Min((128 * i) + 1, 32767)).ToArray();
        var output = new short[5];
        Softmax.RunInt16(1, 5, new QuantizedMultiplier(1 << 30, 1), exp, line, [0, 0, 0, 0, 0], output);
        Assert.All(output, code => Assert.Equal(4096, code));
    }

    [Fact]
    public void Float_rows_are_independent_and_beta_scales_the_logits()
    {
        var output = new float[4];
        Softmax.Run(2, 2, 2f, [0, 1, 1000, 999], output);
        double low = 1 / (1 + Math.Exp(2));
        Assert.Equal([low, 1 - low, 1 - low, low], output.Select(p => (double)p), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void A_prepared_operator_runs_rows_along_the_last_axis()
    {
        sbyte[] output = Valid().Run<sbyte>();
        Assert.Equal([0, 0, 127, -128], output);
    }

    [Fact]
    public void A_prepared_operator_widens_to_int16()
    {
        short[] output = Create()
            .Input(TestTensor.Of<sbyte>([1, 2], 0, 0).Scaled(1))
            .Output(TestTensor.Empty<short>(1, 2).Scaled(1f / 65536, -32768))
            .Run<short>();
        Assert.Equal([0, 0], output);
    }

    [Fact]
    public void An_output_scale_other_than_a_256th_is_refused() => Assert.Equal(
        "tensor 1 has scales [0.0039] and zero points [-128]; expected scale 0.00390625 and zero point -128",
        Create().Input(TestTensor.Of<sbyte>([2], 0, 0).Scaled(1)).Output(TestTensor.Empty<sbyte>(2).Scaled(0.0039f, -128)).Refusal());

    [Fact]
    public void An_output_zero_point_that_is_not_the_lowest_code_is_refused() => Assert.Equal(
        "tensor 1 has scales [1.5258789E-05] and zero points [0]; expected scale 1.5258789E-05 and zero point -32768",
        Create().Input(TestTensor.Of<sbyte>([2], 0, 0).Scaled(1)).Output(TestTensor.Empty<short>(2).Scaled(1f / 65536)).Refusal());

    [Fact]
    public void An_output_of_another_shape_is_refused() => Assert.Equal(
        "tensor 1 has shape [1,2]; expected [2]",
        Create().Input(TestTensor.Of<sbyte>([2], 0, 0).Scaled(1)).Output(TestTensor.Empty<sbyte>(1, 2).Scaled(1f / 256, -128)).Refusal());

    [Fact]
    public void Rows_whose_sum_could_overflow_are_refused() => Assert.Equal(
        "tensor 0 has rows of 4096 elements; expected at most 4095, or the sum of the exponentials may overflow",
        Create()
            .Input(TestTensor.Of([4096], new sbyte[4096]).Scaled(1))
            .Output(TestTensor.Empty<sbyte>(4096).Scaled(1f / 256, -128))
            .Refusal());

    [Fact]
    public void Empty_rows_are_refused() => Assert.Equal(
        "tensor 0 has shape [3,0]; expected rows of at least one element",
        Create().Input(TestTensor.Of<sbyte>([3, 0]).Scaled(1)).Output(TestTensor.Empty<sbyte>(3, 0).Scaled(1f / 256, -128)).Refusal());

    [Fact]
    public void A_scalar_is_refused() => Assert.Equal(
        "tensor 0 has shape []; expected rows of at least one element",
        Create().Input(TestTensor.Of<sbyte>([], 0).Scaled(1)).Output(TestTensor.Empty<sbyte>().Scaled(1f / 256, -128)).Refusal());

    [Fact]
    public void A_beta_of_zero_is_refused_for_codes() => Assert.Equal(
        "input scale 1 times beta 0 is too small; expected more than 2^-26",
        Create()
            .WithOption(0, 0f)
            .Input(TestTensor.Of<sbyte>([2], 0, 0).Scaled(1))
            .Output(TestTensor.Empty<sbyte>(2).Scaled(1f / 256, -128))
            .Refusal());

    [Fact]
    public void Types_without_a_kernel_are_named() => Assert.Equal(
        "version 1 has no kernel for types INT16, INT8",
        Create().Input(TestTensor.Of<short>([2], 0, 0).Scaled(1)).Output(TestTensor.Empty<sbyte>(2).Scaled(1f / 256, -128)).Unsupported());

    private static OperatorBuilder Create() => new OperatorBuilder(BuiltinOperator.Softmax, BuiltinOptionsType.Softmax).WithOption(0, 1f);

    private static OperatorBuilder Valid() => Create()
        .Input(TestTensor.Of<sbyte>([2, 1, 2], 3, 3, 100, -100).Scaled(1))
        .Output(TestTensor.Empty<sbyte>(2, 1, 2).Scaled(1f / 256, -128));
}
