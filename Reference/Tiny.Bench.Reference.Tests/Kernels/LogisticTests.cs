using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

public sealed class LogisticTests
{
    [Theory]
    [InlineData(0.001f, 0)]
    [InlineData(0.03f, 5)]
    [InlineData(0.1f, -128)]
    [InlineData(0.7f, 127)]
    [InlineData(7.9f, 0)]
    public void Is_the_real_logistic_to_the_nearest_code_for_all_256_codes(float scale, int zeroPoint)
    {
        sbyte[] output = Valid(TestTensor.AllCodes, scale, zeroPoint).Run<sbyte>();
        for (int i = 0; i < output.Length; i++)
        {
            double real = 256 / (1 + Math.Exp(-(double)scale * (TestTensor.AllCodes[i] - zeroPoint)));
            Assert.InRange(output[i] - Math.Min(real - 128, 127), -0.5001, 0.5001);
        }
    }

    [Fact]
    public void Zero_is_one_half() => Assert.Equal([0], Valid([7], 0.25f, 7).Run<sbyte>());

    [Fact]
    public void Codes_at_the_radius_count_as_infinite()
    {
        // Scale 1 is 2^27 = 0.5 * 2^28, so the radius is 15 * 2^27 / 2^28 = 7. The real value 7 from there would be 255.77 - 128,
        // which rounds to 128 and is held; the zero point puts both ends in reach: -6 gives 256 * 0.00247 = 0.63, one code.
        BoundedInput codes = BoundedInput.FromScale(1, 0);
        Assert.Equal(7, codes.Radius);
        var output = new sbyte[4];
        Logistic.Run<DoubleRounding>(codes, [-7, -6, 6, 7], output);
        Assert.Equal([-128, -127, 127, 127], output);
    }

    [Fact]
    public void The_radius_is_taken_before_the_factor()
    {
        // With a radius of 2 nothing but -1, 0 and 1 is computed, whatever the factor: 256 * logistic(1 / 4) = 143.9.
        var codes = new BoundedInput(0, QuantizedMultiplier.FromReal(Math.Pow(2, 25)), 2);
        var output = new sbyte[5];
        Logistic.Run<DoubleRounding>(codes, [-2, -1, 0, 1, 2], output);
        Assert.Equal([-128, -16, 0, 16, 127], output);
    }

    [Fact]
    public void A_scale_below_all_use_gives_one_half() => Assert.Equal([0, 0], Valid([-128, 127], 1e-30f).Run<sbyte>());

    [Fact]
    public void From_a_scale_of_8_on_every_code_is_at_the_radius_and_zero_at_the_lower_one() =>
        Assert.Equal([-128, -128, 127], Valid([-1, 0, 1], 8).Run<sbyte>());

    [Fact]
    public void Float_computes_the_formula()
    {
        float[] output = Create(TestTensor.Of([3], 0f, 1f, -100f), TestTensor.Empty<float>(3)).Run<float>();
        Assert.Equal([0.5, 1 / (1 + Math.Exp(-1)), 0], output.Select(p => (double)p), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void Another_output_zero_point_is_refused() => Assert.Equal(
        "tensor 1 has scales [0.00390625] and zero points [0]; expected scale 0.00390625 and zero point -128",
        Create(TestTensor.Of<sbyte>([1], 0).Scaled(1), TestTensor.Empty<sbyte>(1).Scaled(1f / 256)).Refusal());

    [Fact]
    public void Another_output_scale_is_refused() => Assert.Equal(
        "tensor 1 has scales [0.0078125] and zero points [-128]; expected scale 0.00390625 and zero point -128",
        Create(TestTensor.Of<sbyte>([1], 0).Scaled(1), TestTensor.Empty<sbyte>(1).Scaled(1f / 128, -128)).Refusal());

    [Fact]
    public void Another_shape_is_refused() => Assert.Equal(
        "tensor 1 has shape [2]; expected [1]",
        Create(TestTensor.Of<sbyte>([1], 0).Scaled(1), TestTensor.Empty<sbyte>(2).Scaled(1f / 256, -128)).Refusal());

    [Fact]
    public void An_input_without_scale_is_refused() => Assert.Equal(
        "tensor 0 has 0 scales; expected 1",
        Create(TestTensor.Of<sbyte>([1], 0), TestTensor.Empty<sbyte>(1).Scaled(1f / 256, -128)).Refusal());

    [Theory]
    [InlineData(TensorType.Int16, "version 1 has no kernel for types INT16, INT16")]
    [InlineData(TensorType.Int8, "version 1 has no kernel for types INT16, INT8")]
    public void Types_without_a_kernel_are_named(TensorType output, string problem) => Assert.Equal(
        problem,
        Create(TestTensor.Of<short>([1], 0).Scaled(1), TestTensor.Empty(output, 1).Scaled(1)).Unsupported());

    private static OperatorBuilder Valid(sbyte[] input, float scale, int zeroPoint = 0) => Create(
        TestTensor.Of([input.Length], input).Scaled(scale, zeroPoint),
        TestTensor.Empty<sbyte>(input.Length).Scaled(1f / 256, -128));

    private static OperatorBuilder Create(TestTensor input, TestTensor output) =>
        new OperatorBuilder(BuiltinOperator.Logistic).Input(input).Output(output);
}
