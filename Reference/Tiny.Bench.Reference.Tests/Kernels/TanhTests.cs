using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

public sealed class TanhTests
{
    [Theory]
    [InlineData(0.001f, 0)]
    [InlineData(0.03f, 5)]
    [InlineData(0.1f, -128)]
    [InlineData(0.7f, 127)]
    [InlineData(7.9f, 0)]
    public void Is_the_real_tangent_to_the_nearest_code_for_all_256_codes(float scale, int zeroPoint)
    {
        sbyte[] output = Valid(TestTensor.AllCodes, scale, zeroPoint).Run<sbyte>();
        for (int i = 0; i < output.Length; i++)
        {
            double real = 128 * Math.Tanh((double)scale * (TestTensor.AllCodes[i] - zeroPoint));
            Assert.InRange(output[i] - Math.Min(real, 127), -0.5001, 0.5001);
        }
    }

    [Fact]
    public void Zero_is_zero() => Assert.Equal([0], Valid([-9], 0.25f, -9).Run<sbyte>());

    [Fact]
    public void Codes_at_the_radius_saturate_and_those_inside_are_computed()
    {
        // With a radius of 2 nothing but -1, 0 and 1 is computed: 128 * tanh(1 / 4) = 31.35.
        var codes = new BoundedInput(0, QuantizedMultiplier.FromReal(Math.Pow(2, 25)), 2);
        var output = new sbyte[5];
        Tanh.Run<DoubleRounding>(codes, [-2, -1, 0, 1, 2], output);
        Assert.Equal([-128, -31, 0, 31, 127], output);
    }

    [Fact]
    public void From_a_scale_of_8_on_every_code_is_at_the_radius_and_zero_at_the_lower_one() =>
        Assert.Equal([-128, -128, 127], Valid([-1, 0, 1], 8).Run<sbyte>());

    [Fact]
    public void Float_computes_the_formula()
    {
        float[] output = Create(TestTensor.Of([3], 0f, 1f, -100f), TestTensor.Empty<float>(3)).Run<float>();
        Assert.Equal([0, Math.Tanh(1), -1], output.Select(p => (double)p), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Theory]
    [InlineData(1f / 128, 1, "tensor 1 has scales [0.0078125] and zero points [1]; expected scale 0.0078125 and zero point 0")]
    [InlineData(1f / 64, 0, "tensor 1 has scales [0.015625] and zero points [0]; expected scale 0.0078125 and zero point 0")]
    public void Another_output_quantization_is_refused(float scale, int zeroPoint, string problem) => Assert.Equal(
        problem,
        Create(TestTensor.Of<sbyte>([1], 0).Scaled(1), TestTensor.Empty<sbyte>(1).Scaled(scale, zeroPoint)).Refusal());

    [Fact]
    public void Types_without_a_kernel_are_named() => Assert.Equal(
        "version 1 has no kernel for types INT16, INT16",
        Create(TestTensor.Of<short>([1], 0).Scaled(1), TestTensor.Empty<short>(1).Scaled(1)).Unsupported());

    private static OperatorBuilder Valid(sbyte[] input, float scale, int zeroPoint = 0) => Create(
        TestTensor.Of([input.Length], input).Scaled(scale, zeroPoint),
        TestTensor.Empty<sbyte>(input.Length).Scaled(1f / 128));

    private static OperatorBuilder Create(TestTensor input, TestTensor output) =>
        new OperatorBuilder(BuiltinOperator.Tanh).Input(input).Output(output);
}
