using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>Derives a <see cref="SumLayout"/> from shapes.</summary>
internal static class SumLayouts
{
    private const int Quad = 4;

    /// <summary>Steps of four codes that all output channels of a group share.</summary>
    /// <remarks>Neighbouring codes of a row make one run where all channels are seen and taps are neighbours, so that few steps are filled up with zeros.</remarks>
    public static SumLayout Quads(WindowGeometry window, TapFilter filter, ImageExtents image)
    {
        bool rowsAreRuns = window.DilationWidth == 1 && filter.Depth == window.InputChannels;
        int run = rowsAreRuns ? window.FilterWidth * filter.Depth : filter.Depth;
        var steps = new List<int>();
        var weights = new List<int>();
        for (int fy = 0; fy < window.FilterHeight; fy++)
        for (int fx = 0; fx < (rowsAreRuns ? 1 : window.FilterWidth); fx++)
        for (int first = 0; first < run; first += Quad)
        {
            steps.Add((((fy * window.DilationHeight * image.Width) + (fx * window.DilationWidth)) * window.InputChannels) + first);
            for (int at = first; at < first + Quad; at++)
            {
                int tap = (fy * window.FilterWidth) + fx + (at / filter.Depth);
                weights.Add(at < run ? (tap * filter.TapStride) + (at % filter.Depth) : SumLayout.NoWeight);
            }
        }

        if (ArePairs(window, filter))
            return Of(window, image, steps, weights, [new SumBlock(0, 0, ChannelLanes.Width)], windowsAtOnce: 2, arePairs: true);
        int groups = window.InputChannels / filter.Depth;
        return Of(window, image, steps, weights, [.. Enumerable.Range(0, groups).SelectMany(group => BlocksOf(group, filter, groups))]);
    }

    /// <summary>Steps of three taps above each other, in which every output channel sees an input channel of its own: a column of a 3x3 window.</summary>
    public static SumLayout RowPairs(WindowGeometry window, TapFilter filter)
    {
        int[] taps = [.. Enumerable.Range(0, window.FilterWidth).SelectMany(fx => (int[])[fx, window.FilterWidth + fx, (2 * window.FilterWidth) + fx])];
        return new SumLayout
        {
            AreRowPairs = true,
            Steps = new int[window.FilterWidth],
            Weights = [.. taps.Chunk(window.FilterHeight).SelectMany(column => (int[])[.. column.Select(tap => tap * filter.TapStride), SumLayout.NoWeight])],
            Inputs = [],
            Outputs = [],
            Blocks = [.. BlocksOf(0, filter, 1).Select(block => block with { Input = block.Output })],
        };
    }

    /// <summary>Steps of one tap, in which every output channel sees an input channel of its own.</summary>
    public static SumLayout Depthwise(WindowGeometry window, TapFilter filter, ImageExtents image)
    {
        var steps = new List<int>();
        var weights = new List<int>();
        for (int fy = 0; fy < window.FilterHeight; fy++)
        for (int fx = 0; fx < window.FilterWidth; fx++)
        {
            steps.Add(((fy * window.DilationHeight * image.Width) + (fx * window.DilationWidth)) * window.InputChannels);
            weights.Add(((fy * window.FilterWidth) + fx) * filter.TapStride);
        }

        if (FillsBlocksAcrossWindows(window))
            return Of(window, image, steps, weights, [new SumBlock(0, 0, ChannelLanes.Width)], windowsAtOnce: ChannelLanes.Width / filter.Channels);
        return Of(window, image, steps, weights, [.. BlocksOf(0, filter, 1).Select(block => block with { Input = block.Output })]);
    }

    // Windows that are one pixel apart see neighbouring codes in the same order as the channels of one: together they fill a block.
    private static bool FillsBlocksAcrossWindows(WindowGeometry window) =>
        window.StrideWidth == 1 && ChannelLanes.Width % window.OutputChannels == 0 && window.OutputWidth * window.OutputChannels >= ChannelLanes.Width;

    // Half of each block would be empty.
    private static bool ArePairs(WindowGeometry window, TapFilter filter) =>
        Tiers.Best == Tier.AvxVnni && filter.Channels == ChannelLanes.Width / 2 && filter.Depth == window.InputChannels && window.OutputWidth >= 2;

    // The last block of a group starts early where the group has a whole block: it computes some channels again instead of storing a part.
    private static IEnumerable<SumBlock> BlocksOf(int group, TapFilter filter, int groups)
    {
        int channels = filter.Channels / groups, count = Math.Min(channels, ChannelLanes.Width);
        for (int channel = 0; channel < channels; channel += ChannelLanes.Width)
            yield return new SumBlock(group * filter.Depth, (group * channels) + Math.Min(channel, channels - count), count);
    }

    // The last block of windows in a row starts early, as the last block of channels does.
    private static SumLayout Of(
        WindowGeometry window, ImageExtents image, List<int> steps, List<int> weights, SumBlock[] blocks, int windowsAtOnce = 1, bool arePairs = false)
    {
        var inputs = new List<int>();
        var outputs = new List<int>();
        for (int batch = 0; batch < window.Batches; batch++)
        for (int y = 0; y < window.OutputHeight; y++)
        for (int first = 0; first < window.OutputWidth; first += windowsAtOnce)
        {
            int x = Math.Min(first, window.OutputWidth - windowsAtOnce);
            inputs.Add(((((batch * image.Height) + (y * window.StrideHeight)) * image.Width) + (x * window.StrideWidth)) * window.InputChannels);
            outputs.Add(((((batch * window.OutputHeight) + y) * window.OutputWidth) + x) * window.OutputChannels);
        }

        return new SumLayout
        {
            ArePairs = arePairs,
            Steps = [.. steps],
            Weights = [.. weights],
            Inputs = [.. inputs],
            Outputs = [.. outputs],
            Blocks = blocks,
        };
    }
}
