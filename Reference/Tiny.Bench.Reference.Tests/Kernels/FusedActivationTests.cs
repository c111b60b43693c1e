using static Tiny.Bench.Reference.Kernels.ConvExample;

namespace Tiny.Bench.Reference.Kernels;

public sealed class FusedActivationTests
{
    private const int None = 0, Relu = 1, ReluN1To1 = 2, Relu6 = 3;

    // A 1x1 convolution by 1 of the codes -128, -3, 0, 3 and 127, all scales 1/2: it shows the clamp and nothing else.
    [Theory]
    [InlineData(None, 0, new sbyte[] { -128, -3, 0, 3, 127 })]
    [InlineData(Relu, 0, new sbyte[] { 0, 0, 0, 3, 127 })]
    [InlineData(ReluN1To1, 0, new sbyte[] { -2, -2, 0, 2, 2 })]
    [InlineData(Relu6, 0, new sbyte[] { 0, 0, 0, 3, 12 })]
    [InlineData(Relu, -3, new sbyte[] { -3, -3, 0, 3, 127 })]
    [InlineData(Relu6, 120, new sbyte[] { 120, 120, 120, 120, 127 })] // 120 + 12 is over the rail
    [InlineData(ReluN1To1, -127, new sbyte[] { -128, -125, -125, -125, -125 })] // -127 - 2 is under it
    public void Clamps_codes_in_the_quantization_of_the_output(int activation, int zeroPoint, sbyte[] expected) =>
        Assert.Equal(expected, Passing(zeroPoint).WithOption(Activation, activation).Run<sbyte>());

    [Fact]
    public void The_end_of_the_range_is_rounded_away_from_zero()
    {
        // 6 / 4 = 1.5 goes to 2.
        OperatorBuilder conv = Passing(zeroPoint: 0).WithInput(0, input => input.Scaled(4)).WithOutput(output => output.Scaled(4));

        Assert.Equal([0, 0, 0, 2, 2], conv.WithOption(Activation, Relu6).Run<sbyte>());
    }

    [Theory]
    [InlineData(None, new float[] { -7, -0.5f, 7 })]
    [InlineData(Relu, new float[] { 0, 0, 7 })]
    [InlineData(ReluN1To1, new float[] { -1, -0.5f, 1 })]
    [InlineData(Relu6, new float[] { 0, 0, 6 })]
    public void Clamps_real_values(int activation, float[] expected)
    {
        OperatorBuilder conv = Create(
            TestTensor.Of([1, 1, 3, 1], -7, -0.5f, 7),
            TestTensor.Of([1, 1, 1, 1], 1f),
            bias: null,
            TestTensor.Empty<float>(1, 1, 3, 1));

        Assert.Equal(expected, conv.WithOption(Activation, activation).Run<float>());
    }

    [Fact]
    public void A_scale_too_small_for_int32_leaves_the_rail() =>
        Assert.Equal([0, 0, 0, 127, 127], Passing(zeroPoint: 0)
            .WithInput(0, input => input.Scaled(1e-30f)).WithOutput(output => output.Scaled(1e-32f)).WithOption(Activation, Relu6).Run<sbyte>());

    [Theory]
    [InlineData(4)] // TANH
    [InlineData(255)]
    public void Refuses_other_activations(int activation)
    {
        string expected = $"fused activation is {activation}; expected 0 (NONE), 1 (RELU), 2 (RELU_N1_TO_1) or 3 (RELU6)";

        Assert.Equal(expected, Int8().WithOption(Activation, activation).Refusal());
        Assert.Equal(expected, Float32().WithOption(Activation, activation).Refusal());
    }

    private static OperatorBuilder Passing(int zeroPoint) => Create(
        TestTensor.Of<sbyte>([1, 1, 5, 1], -128, -3, 0, 3, 127).Scaled(0.5f, zeroPoint),
        TestTensor.Of<sbyte>([1, 1, 1, 1], 1).Scaled(1),
        bias: null,
        TestTensor.Empty<sbyte>(1, 1, 5, 1).Scaled(0.5f, zeroPoint));
}
