using static Tiny.Bench.Reference.Kernels.ConvExample;

namespace Tiny.Bench.Reference.Kernels;

public sealed class RequantizationTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Refuses_activations_without_exactly_one_scale(int count)
    {
        var scales = Enumerable.Repeat(1f, count).ToArray();

        Assert.Equal($"tensor 0 has {count} scales; expected 1", Int8().WithInput(0, input => input with { Scales = scales }).Refusal());
        Assert.Equal($"tensor 2 has {count} scales; expected 1", Int8().WithOutput(output => output with { Scales = scales }).Refusal());
    }

    [Fact]
    public void Refuses_zero_points_that_are_no_code()
    {
        Assert.Equal("tensor 0 (INT8) has zero point 128; expected -128 to 127", Int8().WithInput(0, input => input.Scaled(1, 128)).Refusal());
        Assert.Equal("tensor 2 (INT8) has zero point -129; expected -128 to 127", Int8().WithOutput(output => output.Scaled(1, -129)).Refusal());
    }

    [Fact]
    public void Refuses_a_zero_point_of_int16_activations()
    {
        OperatorBuilder conv = Create(
            TestTensor.Empty<short>(1, 1, 1, 1).Scaled(1, 1),
            TestTensor.Empty<sbyte>(1, 1, 1, 1).Scaled(1),
            bias: null,
            TestTensor.Empty<short>(1, 1, 1, 1).Scaled(1));

        Assert.Equal("tensor 0 (INT16) has zero point 1; expected 0 to 0", conv.Refusal());
    }

    [Fact]
    public void Refuses_weights_that_are_not_symmetric() =>
        Assert.Equal("tensor 1 has zero point 3; expected 0 for weights", Int8().WithInput(1, filter => filter.Scaled(1, 3)).Refusal());

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 0)]
    [InlineData(3, 3)]
    public void Refuses_weight_scales_that_are_not_one_for_each_channel(int count, int axis)
    {
        OperatorBuilder conv = Create(
            TestTensor.Empty<sbyte>(1, 1, 1, 3).Scaled(1),
            TestTensor.Empty<sbyte>(3, 1, 1, 3) with { Scales = [.. Enumerable.Repeat(1f, count)], Axis = axis },
            bias: null,
            TestTensor.Empty<sbyte>(1, 1, 1, 3).Scaled(1));

        Assert.Equal($"tensor 1 has {count} scales along axis {axis}; expected 1, or 3 along axis 0", conv.Refusal());
    }

    [Fact]
    public void Refuses_a_factor_that_shifts_too_far()
    {
        // The sums 10, 6, 7 and 4 shifted left by 30 wrap: the first three leave a negative number, the last nothing.
        Assert.Equal([-128, -128, -128, 0], Int8().WithInput(0, input => input.Scaled((1 << 30) - 128)).Run<sbyte>());
        Assert.Equal(
            "the scales give the factor 1073741824; expected one below 2^30",
            Int8().WithInput(0, input => input.Scaled(1 << 30)).Refusal());
    }

    [Fact]
    public void A_factor_under_2_to_the_minus_32_gives_the_zero_point() =>
        Assert.Equal([7, 7, 7, 7], Int8().WithOutput(output => output.Scaled(1e12f, 7)).Run<sbyte>());
}
