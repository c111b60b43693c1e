using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Models;
using static Tiny.Bench.Reference.Kernels.OperatorStage;

namespace Tiny.Bench.Reference.Kernels;

public sealed class LogisticTests
{
    private static readonly sbyte[] AllCodes = Enumerable.Range(-128, 256).Select(code => (sbyte)code).ToArray();

    [Theory]
    [InlineData(0.001f, 0)]
    [InlineData(0.03f, 5)]
    [InlineData(0.1f, -128)]
    [InlineData(0.7f, 127)]
    [InlineData(7.9f, 0)]
    public void Is_the_real_logistic_to_the_nearest_code_for_all_256_codes(float scale, int zeroPoint)
    {
        sbyte[] output = Valid(AllCodes, Codes(scale, zeroPoint)).Run<sbyte>();
        for (int i = 0; i < output.Length; i++)
        {
            double real = 256 / (1 + Math.Exp(-(double)scale * (AllCodes[i] - zeroPoint)));
            Assert.InRange(output[i] - Math.Min(real - 128, 127), -0.5001, 0.5001);
        }
    }

    [Fact]
    public void Zero_is_one_half() => Assert.Equal([0], Valid([7], Codes(0.25f, 7)).Run<sbyte>());

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
    public void A_scale_below_all_use_gives_one_half() => Assert.Equal([0, 0], Valid([-128, 127], Codes(1e-30f)).Run<sbyte>());

    [Fact]
    public void From_a_scale_of_8_on_every_code_is_at_the_radius_and_zero_at_the_lower_one() =>
        Assert.Equal([-128, -128, 127], Valid([-1, 0, 1], Codes(8)).Run<sbyte>());

    [Fact]
    public void Float_computes_the_formula()
    {
        float[] output = new OperatorStage(BuiltinOperator.Logistic)
            .Input([0f, 1f, -100f], null, 3)
            .Output<float>(null, 3)
            .Run<float>();
        Assert.Equal([0.5, 1 / (1 + Math.Exp(-1)), 0], output.Select(p => (double)p), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void Another_output_zero_point_is_refused() => Assert.EndsWith(
        "tensor 1 has scales [0.00390625] and zero points [0]; expected scale 0.00390625 and zero point -128",
        new OperatorStage(BuiltinOperator.Logistic).Input<sbyte>([0], Codes(1), 1).Output<sbyte>(Codes(1f / 256), 1).Error());

    [Fact]
    public void Another_output_scale_is_refused() => Assert.EndsWith(
        "tensor 1 has scales [0.0078125] and zero points [-128]; expected scale 0.00390625 and zero point -128",
        new OperatorStage(BuiltinOperator.Logistic).Input<sbyte>([0], Codes(1), 1).Output<sbyte>(Codes(1f / 128, -128), 1).Error());

    [Fact]
    public void Another_shape_is_refused() => Assert.EndsWith(
        "tensor 1 has shape [2]; expected [1]",
        new OperatorStage(BuiltinOperator.Logistic).Input<sbyte>([0], Codes(1), 1).Output<sbyte>(Codes(1f / 256, -128), 2).Error());

    [Fact]
    public void An_input_without_scale_is_refused() => Assert.EndsWith(
        "tensor 0 has 0 scales; expected 1",
        new OperatorStage(BuiltinOperator.Logistic).Input<sbyte>([0], null, 1).Output<sbyte>(Codes(1f / 256, -128), 1).Error());

    [Theory]
    [InlineData(TensorType.Int16, "version 1 has no kernel for types INT16, INT16")]
    [InlineData(TensorType.Int8, "version 1 has no kernel for types INT16, INT8")]
    public void Types_without_a_kernel_are_named(TensorType output, string problem) => Assert.EndsWith(
        problem,
        new OperatorStage(BuiltinOperator.Logistic).Input<short>([0], Codes(1), 1).Output(output, Codes(1), 1).Unsupported());

    private static OperatorStage Valid(sbyte[] input, Quantization quantization) => new OperatorStage(BuiltinOperator.Logistic)
        .Input(input, quantization, input.Length)
        .Output<sbyte>(Codes(1f / 256, -128), input.Length);
}
