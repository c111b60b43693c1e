using Tiny.Bench.Reference.Models;
using static Tiny.Bench.Reference.Kernels.ElementwiseExample;

namespace Tiny.Bench.Reference.Kernels;

public sealed class MinimumTests
{
    [Fact]
    public void Takes_the_smaller_of_two_codes() => Assert.Equal([3, -100, -8], Int8(BuiltinOperator.Minimum, [3, 100, -7], [4, -100, -8]).Run<sbyte>());

    [Fact]
    public void Broadcasts_either_operand() =>
        Assert.Equal([10, 10, 10, 10, 20, 20], Create(
            BuiltinOperator.Minimum,
            TestTensor.Of<sbyte>([2, 1], 10, 20).Scaled(0.5f, -3),
            TestTensor.Of<sbyte>([1, 3], 10, 20, 30).Scaled(0.5f, -3),
            TestTensor.Empty<sbyte>(2, 3).Scaled(0.5f, -3)).Run<sbyte>());

    [Fact]
    public void Compares_every_width()
    {
        Assert.Equal([-32768], Create(
            BuiltinOperator.Minimum,
            TestTensor.Of<short>([1], -32768).Scaled(1),
            TestTensor.Of<short>([1], 32767).Scaled(1),
            TestTensor.Empty<short>(1).Scaled(1)).Run<short>());
        Assert.Equal([1, -70000], Create(
            BuiltinOperator.Minimum,
            TestTensor.Of([2], 70000, 5),
            TestTensor.Of([2], 1, -70000),
            TestTensor.Empty<int>(2)).Run<int>());
    }

    [Fact]
    public void Compares_real_values_and_keeps_the_second_beside_a_NaN() =>
        Assert.Equal([0.5f, -2, float.NaN, 1], Create(
            BuiltinOperator.Minimum,
            TestTensor.Of([4], 0.5f, 0.5f, 1, float.NaN),
            TestTensor.Of([4], 1f, -2, float.NaN, 1),
            TestTensor.Empty<float>(4)).Run<float>());
}
