using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Quantizing;

/// <summary>By hand: the bias less the sum of error times mean.</summary>
public sealed class BiasCorrectionTests
{
    // Two units of three inputs with means 1, 10, 100: 5 - (0.5 + 0 - 12.5) and 7 - (0 + 2.5 + 0).
    [Fact]
    public void A_unit_loses_what_its_inputs_add_in_the_mean() => Assert.Equal(
        [17, 4.5f],
        BiasCorrection.Correct([5, 7], BuiltinOperator.FullyConnected, new Shape(2, 3), [0.5f, 0, -0.125f, 0, 0.25f, 0], [1, 10, 100]));

    // One filter of two taps and two channels with means 1 and 10: 0 - (1 + 20 + 3 + 40).
    [Fact]
    public void Every_tap_of_a_filter_counts() => Assert.Equal(
        [-64],
        BiasCorrection.Correct([0], BuiltinOperator.Conv2D, new Shape(1, 2, 1, 2), [1, 2, 3, 4], [1, 10]));

    // Two taps, channels apart: 0 - (1 + 3) * 1 and 0 - (2 + 4) * 10.
    [Fact]
    public void A_depthwise_channel_sees_its_own_input() => Assert.Equal(
        [-4, -60],
        BiasCorrection.Correct([0, 0], BuiltinOperator.DepthwiseConv2D, new Shape(1, 2, 1, 2), [1, 2, 3, 4], [1, 10]));

    // A depth multiplier of 2: output channels 0 and 1 come from input 0, 2 and 3 from input 1.
    [Fact]
    public void A_depth_multiplier_gives_an_input_several_outputs() => Assert.Equal(
        [-1, -1, -10, -10],
        BiasCorrection.Correct([0, 0, 0, 0], BuiltinOperator.DepthwiseConv2D, new Shape(1, 1, 1, 4), [1, 1, 1, 1], [1, 10]));
}
