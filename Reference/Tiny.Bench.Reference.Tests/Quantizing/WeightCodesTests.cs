namespace Tiny.Bench.Reference.Quantizing;

public sealed class WeightCodesTests
{
    [Fact]
    public void The_largest_weight_of_each_channel_takes_code_127()
    {
        var coder = new WeightCodes(new Shape(2, 1, 1, 3), axis: 0, largestCode: 127);
        float[] weights = [1.27f, -0.63f, 0.004f, -254, 3, 1];

        float[] scales = coder.Scales(weights, [], inputScale: 1, limitBias: true);

        Assert.Equal([0.01f, 2], scales);
        Assert.Equal<sbyte[]>([127, -63, 0, -127, 2, 1], coder.Codes(weights, scales));
    }

    // Along the last axis, as DEPTHWISE_CONV_2D has it, the channels alternate: 2 / 127 and 127 / 127.
    [Fact]
    public void Channels_along_the_last_axis_alternate()
    {
        var coder = new WeightCodes(new Shape(1, 2, 1, 2), axis: 3, largestCode: 127);
        Assert.Equal([2f / 127, 1], coder.Scales([1, -127, -2, 50], [], inputScale: 1, limitBias: true));
    }

    [Fact]
    public void A_bias_is_counted_in_input_scale_times_weight_scale()
    {
        Assert.Equal([3, -4, 2], WeightCodes.BiasCodes([0.015f, -0.02f, 1], [0.005f, 0.005f, 0.5f]));
        Assert.Equal([3, -3], WeightCodes.BiasCodes([0.625f, -0.625f], [0.25f]));
    }

    // 1e6 / (0.01 * scale) may be at most 2^30: the scale grows from 1e-6 / 127 to 1e6 / (0.01 * 2^30).
    [Fact]
    public void A_scale_grows_until_the_bias_fits()
    {
        var coder = new WeightCodes(new Shape(1, 2), axis: null, largestCode: 127);
        float scale = Assert.Single(coder.Scales([1e-6f, 0], [1e6f], inputScale: 0.01f, limitBias: true));
        Assert.Equal(0.0931323f, scale, 1e-6f);
        Assert.Equal(1e-6f / 127, Assert.Single(coder.Scales([1e-6f, 0], [1e6f], inputScale: 0.01f, limitBias: false)), 1e-12f);
    }

    [Fact]
    public void A_channel_without_weights_has_a_scale()
    {
        var coder = new WeightCodes(new Shape(2, 2), axis: 0, largestCode: 127);
        Assert.Equal([1, 1], coder.Scales([0, 0, 127, 1], [], inputScale: 1, limitBias: true));
    }

    // 1 among 99 weights of 0.1. At a scale s near 0.1 the error is 99 (0.1 - s)^2 + (1 - 7s)^2, least where 296 s = 33.8.
    [Fact]
    public void Four_bits_cut_off_a_lone_large_weight_where_that_costs_less()
    {
        float[] weights = [1, .. Enumerable.Repeat(0.1f, 99)];
        var coder = new WeightCodes(new Shape(1, 100), axis: null, largestCode: 7);

        float[] scales = coder.Scales(weights, [], inputScale: 1, limitBias: true);

        Assert.Equal(33.8f / 296, scales[0], 1e-3f);
        Assert.Equal(7, coder.Codes(weights, scales)[0]);
    }
}
