using Tiny.Bench.Reference.Models;
using static Tiny.Bench.Reference.Kernels.ElementwiseExample;

namespace Tiny.Bench.Reference.Kernels;

public sealed class MaximumTests
{
    [Fact]
    public void Takes_the_larger_of_two_codes() => Assert.Equal([4, 100, -7], Int8(BuiltinOperator.Maximum, [3, 100, -7], [4, -100, -8]).Run<sbyte>());

    [Fact]
    public void Broadcasts_either_operand() =>
        Assert.Equal([10, 20, 30, 20, 20, 30], Create(
            BuiltinOperator.Maximum,
            TestTensor.Of<sbyte>([2, 1], 10, 20).Scaled(0.5f, -3),
            TestTensor.Of<sbyte>([1, 3], 10, 20, 30).Scaled(0.5f, -3),
            TestTensor.Empty<sbyte>(2, 3).Scaled(0.5f, -3)).Run<sbyte>());

    [Fact]
    public void Compares_every_width()
    {
        Assert.Equal([32767], Create(
            BuiltinOperator.Maximum,
            TestTensor.Of<short>([1], -32768).Scaled(1),
            TestTensor.Of<short>([1], 32767).Scaled(1),
            TestTensor.Empty<short>(1).Scaled(1)).Run<short>());
        Assert.Equal([70000, 5], Create(
            BuiltinOperator.Maximum,
            TestTensor.Of([2], 70000, 5),
            TestTensor.Of([2], 1, -70000),
            TestTensor.Empty<int>(2)).Run<int>());
    }

    [Fact]
    public void Compares_real_values_and_keeps_the_second_beside_a_NaN() =>
        Assert.Equal([1, 0.5f, float.NaN, 1], Create(
            BuiltinOperator.Maximum,
            TestTensor.Of([4], 0.5f, 0.5f, 1, float.NaN),
            TestTensor.Of([4], 1f, -2, float.NaN, 1),
            TestTensor.Empty<float>(4)).Run<float>());
}
