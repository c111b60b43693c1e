using static Tiny.Bench.Reference.Kernels.ConvExample;

namespace Tiny.Bench.Reference.Kernels;

public sealed class WeightedSumTests
{
    // (1 + 2^-15) / 64 of 30000 * 64: 30000.92. The 15-bit multiplier of the int64 form makes it 30001.83.
    private const int OfInt32Form = 30001;
    private const int OfInt64Form = 30002;

    [Fact]
    public void The_bias_opens_the_sum() =>
        Assert.Equal([15, 11, 12, 9], Int8().WithInput(2, TestTensor.Of([1], 5)).Run<sbyte>());

    [Fact]
    public void A_bias_of_any_shape_has_one_element_for_each_channel()
    {
        Assert.Equal([15, 11, 12, 9], Int8().WithInput(2, TestTensor.Of([1, 1, 1, 1], 5)).Run<sbyte>());
        Assert.Equal(
            "tensor 2 has shape [2]; expected 1 elements, one for each output channel",
            Int8().WithInput(2, TestTensor.Of([2], 5, 6)).Refusal());
    }

    [Fact]
    public void An_int32_sum_wraps() =>
        Assert.Equal([-128, -128, -128, -128], Int8()
            .WithInput(2, TestTensor.Of([1], int.MaxValue)).WithOutput(output => output.Scaled(2)).Run<sbyte>());

    [Fact]
    public void Int16_without_a_bias_or_with_int32_takes_the_int32_form()
    {
        Assert.Equal([OfInt32Form], Int16(bias: null).Run<short>());
        Assert.Equal([OfInt32Form], Int16(TestTensor.Of([1], 0)).Run<short>());
    }

    [Fact]
    public void Int16_with_an_int64_bias_takes_the_int64_form() =>
        Assert.Equal([OfInt64Form], Int16(TestTensor.Of([1], 0L)).Run<short>());

    [Fact]
    public void An_int64_bias_may_leave_int32()
    {
        // 2^40 - 30000 * 64 + 30000 * 64, scaled by 2^-30.
        OperatorBuilder conv = Int16(TestTensor.Of([1], (1L << 40) - (30000 * 64)))
            .WithInput(0, input => input.Scaled(1))
            .WithOutput(output => output.Scaled(1 << 30));

        Assert.Equal([1 << 10], conv.Run<short>());
    }

    [Fact]
    public void An_int64_sum_has_a_smaller_largest_factor()
    {
        OperatorBuilder narrow = Int16(bias: null).WithInput(0, TestTensor.Of<short>([1, 1, 1, 1], 1).Scaled(1 << 20));
        OperatorBuilder wide = narrow.WithInput(2, TestTensor.Of([1], 0L));

        Assert.Equal([32767], narrow.Run<short>());
        Assert.Equal("the scales give the factor 16384; expected one below 2^14", wide.Refusal());
    }

    [Fact]
    public void Int4_weights_are_unpacked_low_nibble_first()
    {
        // 7, -8, -1; the last high nibble is not a weight.
        OperatorBuilder conv = Create(
            TestTensor.Of<sbyte>([1, 1, 1, 1], 3).Scaled(1),
            new TestTensor(TensorType.Int4, [3, 1, 1, 1], [0x87, 0x5F]).Scaled(1).Constant(),
            bias: null,
            TestTensor.Empty<sbyte>(1, 1, 1, 3).Scaled(1));

        Assert.Equal([21, -24, -3], conv.Run<sbyte>());
        Assert.Equal(
            "tensor 1 is computed at run time; expected a constant",
            conv.WithInput(1, filter => filter with { IsConstant = false }).Refusal());
    }

    [Fact]
    public void Weights_may_be_computed() =>
        Assert.Equal([10, 6, 7, 4], Int8().WithInput(1, filter => filter with { IsConstant = false }).Run<sbyte>());

    [Theory]
    [InlineData(TensorType.UInt8, TensorType.Int8, TensorType.Int32, TensorType.UInt8)]
    [InlineData(TensorType.Int8, TensorType.Float32, TensorType.Int32, TensorType.Int8)]
    [InlineData(TensorType.Int8, TensorType.Int8, TensorType.Int64, TensorType.Int8)]
    [InlineData(TensorType.Int8, TensorType.Int8, TensorType.Int32, TensorType.Int16)]
    [InlineData(TensorType.Int16, TensorType.Int16, TensorType.Int64, TensorType.Int16)]
    [InlineData(TensorType.Int16, TensorType.Int8, TensorType.Int16, TensorType.Int16)]
    [InlineData(TensorType.Float32, TensorType.Int8, TensorType.Float32, TensorType.Float32)]
    [InlineData(TensorType.Float32, TensorType.Float16, TensorType.Float32, TensorType.Float32)]
    [InlineData(TensorType.Float32, TensorType.Float32, TensorType.Int32, TensorType.Float32)]
    public void Names_types_that_have_no_kernel(TensorType input, TensorType filter, TensorType bias, TensorType output)
    {
        OperatorBuilder conv = Create(
            TestTensor.Empty(input, 1, 1, 1, 1).Scaled(1),
            TestTensor.Empty(filter, 1, 1, 1, 1).Scaled(1),
            TestTensor.Empty(bias, 1),
            TestTensor.Empty(output, 1, 1, 1, 1).Scaled(1));

        string types = string.Join(", ", new[] { input, filter, bias, output }.Select(type => type.SchemaName()));
        Assert.Equal($"version 1 has no kernel for types {types}", conv.Unsupported());
    }

    private static OperatorBuilder Int16(TestTensor? bias) => Create(
        TestTensor.Of<short>([1, 1, 1, 1], 30000).Scaled(1.000030517578125f),
        TestTensor.Of<sbyte>([1, 1, 1, 1], 64).Scaled(1),
        bias,
        TestTensor.Empty<short>(1, 1, 1, 1).Scaled(64));
}
