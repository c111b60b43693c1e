using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Models;
using static Tiny.Bench.Reference.Kernels.ElementwiseExample;

namespace Tiny.Bench.Reference.Kernels;

public sealed class SubTests
{
    [Fact]
    public void Subtracts_the_second_and_stops_at_the_rails() =>
        Assert.Equal([-1, 127, -128, 10], Difference([3, 100, -100, 5], [4, -100, 100, -5]).Run<sbyte>());

    [Fact]
    public void Each_tensor_has_its_own_scale_and_zero_point() =>
        Assert.Equal([9], Difference([3], [-3]) // 0.5 * (3 + 1) - 2 * (-3 - 2) = 12; 12 / 4 + 6
            .WithInput(0, input => input.Scaled(0.5f, -1)).WithInput(1, input => input.Scaled(2, 2))
            .WithOutput(output => output.Scaled(4, 6)).Run<sbyte>());

    [Fact]
    public void Ties_go_as_the_rounding_says()
    {
        OperatorBuilder difference = Difference([3, -3], [0, 0]).WithOutput(output => output.Scaled(2));

        Assert.Equal([2, -2], difference.Run<sbyte, DoubleRounding>());
        Assert.Equal([2, -1], difference.Run<sbyte, SingleRounding>());
    }

    // Found with exact fractions in Python; factors in binary64 would give -33.
    [Fact]
    public void Factors_of_int8_are_computed_in_binary32() =>
        Assert.Equal([-34], Difference([-12], [84])
            .WithInput(0, input => input.Scaled(0.06666535884141922f))
            .WithInput(1, input => input.Scaled(0.05664855241775513f))
            .WithOutput(output => output.Scaled(0.16592426598072052f)).Run<sbyte>());

    // Likewise; binary64 would give 21490.
    [Fact]
    public void Factors_of_int16_are_computed_in_binary32() =>
        Assert.Equal([21491], Create(
            BuiltinOperator.Sub,
            TestTensor.Of<short>([1], 3751).Scaled(0.033266786485910416f),
            TestTensor.Of<short>([1], -31369).Scaled(0.06601416319608688f),
            TestTensor.Empty<short>(1).Scaled(0.10216523706912994f)).Run<short>());

    [Fact]
    public void Broadcasts_either_operand()
    {
        OperatorBuilder difference = Create(
            BuiltinOperator.Sub,
            TestTensor.Of<sbyte>([2, 1], 10, 20).Scaled(1),
            TestTensor.Of<sbyte>([1, 3], 1, 2, 3).Scaled(1),
            TestTensor.Empty<sbyte>(2, 3).Scaled(1));

        Assert.Equal([9, 8, 7, 19, 18, 17], difference.Run<sbyte>());
    }

    [Fact]
    public void The_fused_activation_clamps() => Assert.Equal([0, 6], Difference([-3, 14], [1, 4]).WithOption(Activation, 3).Run<sbyte>());

    [Fact]
    public void Subtracts_in_binary32()
    {
        OperatorBuilder difference = Create(
            BuiltinOperator.Sub,
            TestTensor.Of([2, 1], 0.5f, 20),
            TestTensor.Of([2], 1f, -2),
            TestTensor.Empty<float>(2, 2));

        Assert.Equal([-0.5f, 2.5f, 19f, 22f], difference.Run<float>());
        Assert.Equal([0f, 2.5f, 6f, 6f], difference.WithOption(Activation, 3).Run<float>());
    }

    [Fact]
    public void Refuses_an_output_scale_too_fine_for_the_left_shift() =>
        Assert.Equal(
            "the scales give the factor 2; expected one below 2^0",
            Difference([1], [1]).WithOutput(output => output.Scaled(1f / (1 << 20))).Refusal());

    private static OperatorBuilder Difference(sbyte[] first, sbyte[] second) => Int8(BuiltinOperator.Sub, first, second);
}
