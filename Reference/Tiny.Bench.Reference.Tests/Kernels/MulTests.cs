using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Models;
using static Tiny.Bench.Reference.Kernels.ElementwiseExample;

namespace Tiny.Bench.Reference.Kernels;

public sealed class MulTests
{
    [Fact]
    public void Multiplies_and_stops_at_the_rails() =>
        Assert.Equal([12, 127, -128, 0], Product([3, 100, -100, 5], [4, 100, 100, 0]).Run<sbyte>());

    [Fact]
    public void Each_tensor_has_its_own_scale_and_zero_point() =>
        Assert.Equal([1], Product([3], [-3]) // 0.5 * (3 + 1) * 2 * (-3 - 2) = -20; -20 / 4 + 6
            .WithInput(0, input => input.Scaled(0.5f, -1)).WithInput(1, input => input.Scaled(2, 2))
            .WithOutput(output => output.Scaled(4, 6)).Run<sbyte>());

    [Fact]
    public void Ties_go_as_the_rounding_says()
    {
        // 6 / 4 and -6 / 4: the reference divides by 4 in two steps, ties away from zero in the second.
        OperatorBuilder product = Product([2, -2], [3, 3]).WithOutput(output => output.Scaled(4));

        Assert.Equal([2, -2], product.Run<sbyte, DoubleRounding>());
        Assert.Equal([2, -1], product.Run<sbyte, SingleRounding>());
        Assert.Equal([2, -2], product.Run<sbyte, Float32Rounding>());
        Assert.Equal([2, -1], product.Run<sbyte, HalfUpRounding>());
    }

    [Fact]
    public void The_factor_may_exceed_one() => Assert.Equal([24, -24], Product([2, -2], [3, 3]).WithInput(0, input => input.Scaled(4)).Run<sbyte>());

    [Fact]
    public void Multiplies_the_rails_of_int16() =>
        Assert.Equal([16384, -16384, 16383], Create( // 2^30, -32768 * 32767 and 32767^2 by 2^-16
            BuiltinOperator.Mul,
            TestTensor.Of<short>([3], -32768, -32768, 32767).Scaled(1),
            TestTensor.Of<short>([3], -32768, 32767, 32767).Scaled(1),
            TestTensor.Empty<short>(3).Scaled(65536)).Run<short>());

    [Fact]
    public void Broadcasts_either_operand()
    {
        OperatorBuilder product = Create(
            BuiltinOperator.Mul,
            TestTensor.Of<sbyte>([2, 1], 10, 20).Scaled(1),
            TestTensor.Of<sbyte>([1, 3], 1, 2, 3).Scaled(1),
            TestTensor.Empty<sbyte>(2, 3).Scaled(1));

        Assert.Equal([10, 20, 30, 20, 40, 60], product.Run<sbyte>());
    }

    [Fact]
    public void The_fused_activation_clamps() => Assert.Equal([0, 6], Product([-3, 4], [1, 4]).WithOption(Activation, 3).Run<sbyte>());

    [Fact]
    public void Multiplies_in_binary32()
    {
        OperatorBuilder product = Create(
            BuiltinOperator.Mul,
            TestTensor.Of([2, 1], 0.5f, 20),
            TestTensor.Of([2], 1f, -2),
            TestTensor.Empty<float>(2, 2));

        Assert.Equal([0.5f, -1f, 20f, -40f], product.Run<float>());
        Assert.Equal([0.5f, 0f, 6f, 0f], product.WithOption(Activation, 3).Run<float>());
    }

    [Fact]
    public void Refuses_a_factor_that_shifts_too_far() =>
        Assert.Equal(
            "the scales give the factor 1073741824; expected one below 2^30",
            Product([1], [1]).WithInput(0, input => input.Scaled(65536)).WithInput(1, input => input.Scaled(16384)).Refusal());

    private static OperatorBuilder Product(sbyte[] first, sbyte[] second) => Int8(BuiltinOperator.Mul, first, second);
}
