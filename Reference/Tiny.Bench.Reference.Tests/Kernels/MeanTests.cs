using System.Numerics;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

public sealed class MeanTests
{
    [Fact]
    public void Rounds_ties_of_four_away_from_zero()
    {
        // Rows 1 2 3 4 and -1 -2 -3 -4: half of 10 and -10 by the high product, then 2.5 and -2.5 by the shift.
        sbyte[] output = Create(TestTensor.Of<sbyte>([2, 4], 1, 2, 3, 4, -1, -2, -3, -4).Scaled(1), [1])
            .Output(TestTensor.Empty<sbyte>(2).Scaled(1))
            .Run<sbyte>();
        Assert.Equal([3, -3], output);
    }

    [Fact]
    public void Divides_by_a_truncated_factor()
    {
        // Half of a third of 9 is the tie 1.5, but a third is 2^31 / 3 truncated, 715827882. Rounded once it falls short of the tie:
        // (9 * 715827882 + 2^31) >> 32 = 1. Rounded twice it is 3, and then 1.5 again.
        OperatorBuilder mean = Create(TestTensor.Of<sbyte>([3], 3, 3, 3).Scaled(0.5f), [0]).Output(TestTensor.Empty<sbyte>().Scaled(1));
        Assert.Equal([1], mean.Run<sbyte, SingleRounding>());
        Assert.Equal([2], mean.Run<sbyte, DoubleRounding>());
    }

    [Fact]
    public void Takes_out_the_zero_point_and_rescales()
    {
        // (10 + 20 + 30) / 3 - 5 = 15 steps of 0.5 are 30 of 0.25, from -40.
        sbyte[] output = Create(TestTensor.Of<sbyte>([3], 10, 20, 30).Scaled(0.5f, 5), [0])
            .Output(TestTensor.Empty<sbyte>().Scaled(0.25f, -40))
            .Run<sbyte>();
        Assert.Equal([-10], output);
    }

    [Theory]
    [InlineData(new[] { 0 }, false, new[] { 3, 4, 5 })]
    [InlineData(new[] { 1, 2 }, false, new[] { 2, 5 })]
    [InlineData(new[] { 2, 1 }, true, new[] { 2, 1, 1, 5 })]
    [InlineData(new[] { -1 }, true, new[] { 2, 3, 4, 1 })]
    [InlineData(new[] { 3, 0, -1 }, false, new[] { 3, 4 })]
    [InlineData(new[] { 0, 1, 2, 3 }, false, new int[0])]
    public void Covers_the_elements_that_agree_in_the_kept_axes(int[] axes, bool keep, int[] outputShape)
    {
        int[] shape = [2, 3, 4, 5];
        var random = new Random(20);
        var input = new sbyte[120];
        random.NextBytes((byte[])(object)input);
        sbyte[] output = Create(TestTensor.Of<sbyte>(shape, input).Scaled(0.13f, -7), axes, keep)
            .Output(TestTensor.Empty<sbyte>(outputShape).Scaled(0.11f, 9))
            .Run<sbyte>();

        var sums = new SortedDictionary<int, (BigInteger Sum, int Count)>();
        for (int at = 0; at < input.Length; at++)
        {
            int[] index = [at / 60, at / 20 % 3, at / 5 % 4, at % 5];
            int key = 0;
            for (int axis = 0; axis < 4; axis++)
                key = axes.Contains(axis) || axes.Contains(axis - 4) ? key : (key * shape[axis]) + index[axis];
            (BigInteger sum, int count) = sums.GetValueOrDefault(key);
            sums[key] = (sum + input[at] + 7, count + 1);
        }

        Assert.Equal(sums.Values.Select(group => Expected(group.Sum, group.Count, (double)0.13f / 0.11f, 9)), output);
    }

    [Fact]
    public void Runs_on_int16()
    {
        // -32767.5 goes up: with two elements the tie is the high product's.
        short[] output = Create(TestTensor.Of<short>([2, 2], 32767, 32767, -32768, -32767).Scaled(1), [1])
            .Output(TestTensor.Empty<short>(2).Scaled(1))
            .Run<short>();
        Assert.Equal([32767, -32767], output);
    }

    [Fact]
    public void Float_divides_the_sum()
    {
        float[] output = Create(TestTensor.Of<float>([1, 2, 3], 1, 2, 4, 8, 16, 32), [1])
            .Output(TestTensor.Empty<float>(1, 3))
            .Run<float>();
        Assert.Equal([4.5f, 9f, 18f], output);
    }

    [Fact]
    public void No_axes_leave_every_element_to_itself()
    {
        sbyte[] output = Create(TestTensor.Of<sbyte>([2], 1, 2).Scaled(1), []).Output(TestTensor.Empty<sbyte>(2).Scaled(1)).Run<sbyte>();
        Assert.Equal([1, 2], output);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-3)]
    public void An_axis_outside_the_rank_is_refused(int axis) => Assert.Equal(
        $"axis is {axis}; expected -2 to 1",
        Create(TestTensor.Of<sbyte>([1, 2], 1, 2).Scaled(1), [axis]).Output(TestTensor.Empty<sbyte>(1).Scaled(1)).Refusal());

    [Fact]
    public void An_output_of_another_shape_is_refused() => Assert.Equal(
        "tensor 2 has shape [1,1]; expected [1]",
        Create(TestTensor.Of<sbyte>([1, 2], 1, 2).Scaled(1), [1]).Output(TestTensor.Empty<sbyte>(1, 1).Scaled(1)).Refusal());

    [Fact]
    public void Axes_that_are_computed_are_refused() => Assert.Equal(
        "tensor 1 is computed at run time; expected a constant",
        new OperatorBuilder(BuiltinOperator.Mean)
            .Input(TestTensor.Of<sbyte>([1], 1).Scaled(1))
            .Input(TestTensor.Of([1], 0))
            .Output(TestTensor.Empty<sbyte>().Scaled(1))
            .Refusal());

    [Fact]
    public void Axes_of_another_type_are_refused() => Assert.Equal(
        "tensor 1 is FLOAT32; expected INT32 or INT64",
        new OperatorBuilder(BuiltinOperator.Mean)
            .Input(TestTensor.Of<sbyte>([1], 1).Scaled(1))
            .Input(TestTensor.Of([1], 0f).Constant())
            .Output(TestTensor.Empty<sbyte>().Scaled(1))
            .Refusal());

    [Fact]
    public void An_axis_of_more_than_32_bits_is_refused() => Assert.Equal(
        "tensor 1 holds 4294967296 at element 0; expected a value of 32 bits",
        new OperatorBuilder(BuiltinOperator.Mean)
            .Input(TestTensor.Of<sbyte>([1], 1).Scaled(1))
            .Input(TestTensor.Of([1], 1L << 32).Constant())
            .Output(TestTensor.Empty<sbyte>().Scaled(1))
            .Refusal());

    [Fact]
    public void An_empty_input_is_refused() => Assert.Equal(
        "tensor 0 has shape [0]; expected at least one element",
        Create(TestTensor.Of<sbyte>([0]).Scaled(1), [0]).Output(TestTensor.Empty<sbyte>().Scaled(1)).Refusal());

    [Fact]
    public void A_sum_that_could_overflow_is_refused() => Assert.Equal(
        "each output covers 65536 inputs; expected at most 65535, or the sum may overflow",
        Create(TestTensor.Of([65536], new short[65536]).Scaled(1), [0]).Output(TestTensor.Empty<short>().Scaled(1)).Refusal());

    [Fact]
    public void An_output_of_another_type_is_refused() => Assert.Equal(
        "tensor 2 is INT16; expected INT8",
        Create(TestTensor.Of<sbyte>([1], 1).Scaled(1), [0]).Output(TestTensor.Empty<short>().Scaled(1)).Refusal());

    [Fact]
    public void A_missing_output_is_refused() =>
        Assert.Equal("has 0 outputs; expected 1", Create(TestTensor.Of<sbyte>([1], 1).Scaled(1), [0]).Refusal());

    [Fact]
    public void Types_without_a_kernel_are_named() => Assert.Equal(
        "version 1 has no kernel for types INT32, INT32",
        Create(TestTensor.Of([1], 1), [0]).Output(TestTensor.Empty<int>()).Unsupported());

    private static OperatorBuilder Create(TestTensor input, int[] axes, bool keep = false) =>
        new OperatorBuilder(BuiltinOperator.Mean, BuiltinOptionsType.Reducer)
            .WithOption(0, keep ? 1 : 0)
            .Input(input)
            .Input(TestTensor.Of([axes.Length], axes).Constant());

    // The spec's steps on integers without limit; the factor of this file lies in [1, 2).
    private static sbyte Expected(BigInteger sum, int count, double factor, int zeroPoint)
    {
        var multiplier = new BigInteger(Math.Round(factor * (1L << 30), MidpointRounding.AwayFromZero));
        int log = (int)Math.Floor(Math.Log2(count));
        BigInteger divided = multiplier * BigInteger.Pow(2, log) / count;
        return (sbyte)BigInteger.Clamp(Exact.Requantize(sum, new QuantizedMultiplier((int)divided, 1 - log)) + zeroPoint, -128, 127);
    }
}
