namespace Tiny.Bench.Reference.Kernels.Fast;

public sealed class SumLayoutsTests
{
    [Fact]
    public void Neighbouring_taps_that_see_all_channels_are_one_run()
    {
        // Rows of 3 taps and 3 channels are 9 codes: steps at 0, 4 and 8 of each image row of 6 * 3 codes, the third with one weight.
        SumLayout layout = Quads(depth: 3, Window(channels: 3, outputs: 16) with { FilterHeight = 3, FilterWidth = 3 });

        Assert.Equal([0, 4, 8, 18, 22, 26, 36, 40, 44], layout.Steps);
        Assert.Equal([8, SumLayout.NoWeight, SumLayout.NoWeight, SumLayout.NoWeight], layout.Weights[8..12]);
        Assert.Equal(27, layout.Weights.Count(weight => weight != SumLayout.NoWeight));
    }

    [Fact]
    public void Dilated_taps_are_runs_of_their_own()
    {
        SumLayout layout = Quads(depth: 3, Window(channels: 3, outputs: 16) with { FilterHeight = 1, FilterWidth = 2, DilationWidth = 2 });

        Assert.Equal([0, 6], layout.Steps);
        Assert.Equal([0, 1, 2, SumLayout.NoWeight, 3, 4, 5, SumLayout.NoWeight], layout.Weights);
    }

    [Fact]
    public void The_last_block_of_channels_starts_early() =>
        Assert.Equal(
            [new SumBlock(0, 0, 16), new SumBlock(0, 16, 16), new SumBlock(0, 24, 16)],
            Quads(depth: 4, Window(channels: 4, outputs: 40)).Blocks);

    [Fact]
    public void Every_group_has_blocks_of_its_own() =>
        Assert.Equal([new SumBlock(0, 0, 5), new SumBlock(4, 5, 5)], Quads(depth: 4, Window(channels: 8, outputs: 10)).Blocks);

    [Fact]
    public void Depthwise_windows_of_8_channels_fill_a_block_in_pairs_and_the_last_pair_starts_early()
    {
        WindowGeometry window = Window(channels: 8, outputs: 8) with { OutputWidth = 5 };

        SumLayout layout = SumLayouts.Depthwise(window, new TapFilter(8, Depth: 1, ChannelStride: 1, TapStride: 8), ImageExtents.Of(window));

        Assert.Equal([0, 16, 24], layout.Inputs);
        Assert.Equal([0, 16, 24], layout.Outputs);
        Assert.Equal([new SumBlock(0, 0, 16)], layout.Blocks);
    }

    [Fact]
    public void Four_blocks_of_an_only_window_take_turns()
    {
        // Two steps of 64 bytes: blocks 0 to 3 have steps 256 bytes apart in the first 512 bytes, block 4 has its own two after them.
        SumLayout layout = Quads(depth: 8, Window(channels: 8, outputs: 80) with { OutputWidth = 1 });

        Assert.Equal((64, 256), layout.WeightsOf(1));
        Assert.Equal((512, 64), layout.WeightsOf(4));
    }

    private static SumLayout Quads(int depth, WindowGeometry window)
    {
        int taps = window.FilterHeight * window.FilterWidth;
        return SumLayouts.Quads(window, new TapFilter(window.OutputChannels, depth, taps * depth, depth), ImageExtents.Of(window));
    }

    private static WindowGeometry Window(int channels, int outputs) => new()
    {
        Batches = 1,
        InputHeight = 6,
        InputWidth = 6,
        InputChannels = channels,
        OutputHeight = 1,
        OutputWidth = 2,
        OutputChannels = outputs,
        FilterHeight = 1,
        FilterWidth = 1,
    };
}
