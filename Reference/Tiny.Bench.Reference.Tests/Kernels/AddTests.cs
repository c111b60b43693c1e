using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Models;
using static Tiny.Bench.Reference.Kernels.ElementwiseExample;

namespace Tiny.Bench.Reference.Kernels;

public sealed class AddTests
{
    [Fact]
    public void Adds_and_stops_at_the_rails() => Assert.Equal([7, 127, -128, 0], Sum([3, 100, -100, 5], [4, 100, -100, -5]).Run<sbyte>());

    [Fact]
    public void Each_tensor_has_its_own_scale_and_zero_point()
    {
        // 0.5 * (3 + 1) + 2 * (-3 - 2) = -8; -8 / 0.25 - 100 is under the rail, -8 / 4 + 6 = 4.
        OperatorBuilder sum = Sum([3], [-3]).WithInput(0, input => input.Scaled(0.5f, -1)).WithInput(1, input => input.Scaled(2, 2));

        Assert.Equal([-128], sum.WithOutput(output => output.Scaled(0.25f, -100)).Run<sbyte>());
        Assert.Equal([4], sum.WithOutput(output => output.Scaled(4, 6)).Run<sbyte>());
    }

    // (3 + 0) / 2 and (-3 + 0) / 2: the common scale holds 20 bits more, so only the last rounding meets the tie.
    [Fact]
    public void Ties_go_as_the_rounding_says()
    {
        OperatorBuilder sum = Sum([3, -3], [0, 0]).WithOutput(output => output.Scaled(2));

        Assert.Equal([2, -2], sum.Run<sbyte, DoubleRounding>());
        Assert.Equal([2, -1], sum.Run<sbyte, SingleRounding>());
        Assert.Equal([2, -2], sum.Run<sbyte, Float32Rounding>());
        Assert.Equal([2, -1], sum.Run<sbyte, HalfUpRounding>());
    }

    // Found with exact fractions in Python; factors in binary32 would give -110.
    [Fact]
    public void Factors_of_int8_are_computed_in_binary64() =>
        Assert.Equal([-109], Sum([-72], [-22])
            .WithInput(0, input => input.Scaled(0.054574523121118546f))
            .WithInput(1, input => input.Scaled(0.01148928701877594f))
            .WithOutput(output => output.Scaled(0.03819296881556511f)).Run<sbyte>());

    // Likewise; binary32 would give -1633.
    [Fact]
    public void Factors_of_int16_are_computed_in_binary64() =>
        Assert.Equal([-1634], Int16(19993, -23226, 0.0748329609632492f, 0.07088305801153183f, 0.09194643795490265f).Run<short>());

    [Fact]
    public void Adds_int16_and_stops_at_the_rails()
    {
        Assert.Equal([-32768], Int16(-32768, -32768, 1, 1, 1).Run<short>());
        Assert.Equal([32767], Int16(32767, 32767, 1, 1, 1).Run<short>());
        Assert.Equal([-32768], Int16(-32768, -32768, 1, 1, 2).Run<short>());
    }

    [Fact]
    public void Broadcasts_either_operand()
    {
        OperatorBuilder sum = Create(
            BuiltinOperator.Add,
            TestTensor.Of<sbyte>([2, 1], 10, 20).Scaled(1),
            TestTensor.Of<sbyte>([1, 3], 1, 2, 3).Scaled(1),
            TestTensor.Empty<sbyte>(2, 3).Scaled(1));

        Assert.Equal([11, 12, 13, 21, 22, 23], sum.Run<sbyte>());
    }

    [Fact]
    public void The_fused_activation_clamps() => Assert.Equal([0, 6], Sum([-3, 4], [1, 4]).WithOption(Activation, 3).Run<sbyte>());

    [Fact]
    public void Adds_in_binary32()
    {
        OperatorBuilder sum = Create(
            BuiltinOperator.Add,
            TestTensor.Of([2, 1], 0.5f, 20),
            TestTensor.Of([2], 1f, -2),
            TestTensor.Empty<float>(2, 2));

        Assert.Equal([1.5f, -1.5f, 21f, 18f], sum.Run<float>());
        Assert.Equal([1.5f, 0f, 6f, 6f], sum.WithOption(Activation, 3).Run<float>());
    }

    [Fact]
    public void Refuses_an_output_scale_too_fine_for_the_left_shift() =>
        Assert.Equal(
            "the scales give the factor 2; expected one below 2^0",
            Sum([1], [1]).WithOutput(output => output.Scaled(1f / (1 << 20))).Refusal());

    private static OperatorBuilder Sum(sbyte[] first, sbyte[] second) => Int8(BuiltinOperator.Add, first, second);

    private static OperatorBuilder Int16(short first, short second, float scale1, float scale2, float outputScale) => Create(
        BuiltinOperator.Add,
        TestTensor.Of([1], first).Scaled(scale1),
        TestTensor.Of([1], second).Scaled(scale2),
        TestTensor.Empty<short>(1).Scaled(outputScale));
}
