using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

public sealed class FullyConnectedTests
{
    private const int Activation = 0, WeightsFormat = 1;

    // Rows [1 2 3] and [4 5 6]; units weigh by [1 0 1] and [0 -1 2].
    [Fact]
    public void Each_unit_weighs_each_row() => Assert.Equal([4, 4, 10, 7], Rows().Run<sbyte>());

    [Fact]
    public void Each_unit_has_its_own_bias() => Assert.Equal([14, -16, 20, -13], Rows().WithInput(2, TestTensor.Of([2], 10, -20)).Run<sbyte>());

    [Fact]
    public void Rows_may_lie_in_any_shape_of_input_and_output()
    {
        OperatorBuilder deep = Rows()
            .WithInput(0, input => input with { Extents = [1, 3, 1, 2] })
            .WithOutput(output => output with { Extents = [1, 2, 1, 2] });

        Assert.Equal([4, 4, 10, 7], deep.Run<sbyte>());
    }

    // The row is 128, 1 and 130 above its zero point: sums 258 and 129, halved, above the zero point of the output.
    [Fact]
    public void Zero_points_are_subtracted_and_added() =>
        Assert.Equal([1, -63], Rows()
            .WithInput(0, TestTensor.Of<sbyte>([1, 3], 0, -127, 2).Scaled(1, -128))
            .WithInput(1, TestTensor.Of<sbyte>([2, 3], 1, 0, 1, 1, 1, 0).Scaled(1))
            .WithOutput(TestTensor.Empty<sbyte>(1, 2).Scaled(2, -128)).Run<sbyte>());

    // An accumulator of -147230 where the two ways to multiply the scales disagree; found with exact fractions in Python.
    [Fact]
    public void Per_tensor_scales_are_multiplied_in_binary32_and_per_channel_ones_in_binary64()
    {
        const float inputScale = 0.003060992807149887f, filterScale = 0.002768587553873658f, outputScale = 0.015499711968004704f;
        OperatorBuilder layer = Rows()
            .WithInput(0, TestTensor.Of<sbyte>([1, 3], 0, 0, 0).Scaled(inputScale))
            .WithInput(1, filter => filter.Scaled(filterScale))
            .WithInput(2, TestTensor.Of([2], -147230, -147230))
            .WithOutput(TestTensor.Empty<sbyte>(1, 2).Scaled(outputScale));

        Assert.Equal([-80, -80], layer.Run<sbyte>());
        Assert.Equal([-81, -81], layer.WithInput(1, filter => filter with { Scales = [filterScale, filterScale] }).Run<sbyte>());
    }

    [Fact]
    public void Each_unit_may_have_its_own_factor() =>
        Assert.Equal([4, 8, 10, 14], Rows().WithInput(1, filter => filter with { Scales = [1, 2] }).Run<sbyte>());

    [Fact]
    public void The_fused_activation_clamps() =>
        Assert.Equal([4, 4, 6, 6], Rows().WithOption(Activation, 3).Run<sbyte>());

    [Fact]
    public void Int4_weights_are_unpacked_across_rows() =>
        Assert.Equal([4, 4, 10, 7], Rows() // 1 0 | 1 0 | -1 2
            .WithInput(1, new TestTensor(TensorType.Int4, [2, 3], [0x01, 0x01, 0x2F]).Scaled(1).Constant()).Run<sbyte>());

    // The factor (1 + 2^-15) / 64 of 30000 * 64: 30000.92 in the int32 form, 30001.83 in the int64 form with its 15-bit multiplier.
    [Fact]
    public void Int16_takes_the_int64_form_unless_the_bias_is_int32()
    {
        OperatorBuilder layer = Create(
            TestTensor.Of<short>([1, 1], 30000).Scaled(1.000030517578125f),
            TestTensor.Of<sbyte>([1, 1], 64).Scaled(1),
            TestTensor.Empty<short>(1, 1).Scaled(64));

        Assert.Equal([30002], layer.Run<short>());
        Assert.Equal([30002], layer.WithInput(2, TestTensor.Of([1], 0L)).Run<short>());
        Assert.Equal([30001], layer.WithInput(2, TestTensor.Of([1], 0)).Run<short>());
    }

    [Fact]
    public void Computes_in_binary32()
    {
        OperatorBuilder layer = Create(
            TestTensor.Of<float>([2, 3], 1, 2, 3, 4, 5, 6),
            TestTensor.Of<float>([2, 3], 1, 0, 1, 0, -1, 2),
            TestTensor.Empty<float>(2, 2)).WithInput(2, TestTensor.Of([2], 0.5f, -5));

        Assert.Equal([4.5f, -1f, 10.5f, 2f], layer.Run<float>());
        Assert.Equal([4.5f, 0f, 6f, 2f], layer.WithOption(Activation, 3).Run<float>());
    }

    [Fact]
    public void Counts_a_product_for_every_weight_of_every_row() => Assert.Equal(2 * 6, Rows().MultiplyAccumulates());

    [Fact]
    public void Refuses_shuffled_weights() => Assert.Equal("the weights format is 1; expected 0 (DEFAULT)", Rows().WithOption(WeightsFormat, 1).Refusal());

    [Fact]
    public void Refuses_extents_that_do_not_agree()
    {
        Assert.Equal(
            "tensor 2 has rows of 4; expected 2 as the filter has units",
            Rows().WithOutput(output => output with { Extents = [1, 4] }).Refusal());
        Assert.Equal(
            "tensor 0 has 6 elements; expected 1 rows of 3",
            Rows().WithOutput(TestTensor.Empty<sbyte>(1, 2).Scaled(1)).Refusal());
    }

    [Fact]
    public void Refuses_another_arity_or_rank()
    {
        Assert.Equal("has 1 inputs; expected 2 to 3", (Rows() with { Inputs = Rows().Inputs[..1] }).Refusal());
        Assert.Equal("tensor 1 has shape [6]; expected rank 2", Rows().WithInput(1, filter => filter with { Extents = [6] }).Refusal());
        Assert.Equal(
            "tensor 2 is a scalar; expected rows of units",
            Rows().WithOutput(TestTensor.Empty<sbyte>().Scaled(1)).Refusal());
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 0)]
    [InlineData(2, 1)]
    public void Refuses_scales_that_are_not_one_for_each_unit(int count, int axis) =>
        Assert.Equal(
            $"tensor 1 has {count} scales along axis {axis}; expected 1, or 2 along axis 0",
            Rows().WithInput(1, filter => filter with { Scales = [.. Enumerable.Repeat(1f, count)], Axis = axis }).Refusal());

    private static OperatorBuilder Rows() => Create(
        TestTensor.Of<sbyte>([2, 3], 1, 2, 3, 4, 5, 6).Scaled(1),
        TestTensor.Of<sbyte>([2, 3], 1, 0, 1, 0, -1, 2).Scaled(1).Constant(),
        TestTensor.Empty<sbyte>(2, 2).Scaled(1));

    private static OperatorBuilder Create(TestTensor input, TestTensor filter, TestTensor output) =>
        new(BuiltinOperator.FullyConnected, BuiltinOptionsType.FullyConnected) { Inputs = [input, filter, null], Outputs = [output] };
}
