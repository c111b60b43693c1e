using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>Packs the int8 form of a convolution or of FULLY_CONNECTED, where there is a fast one.</summary>
internal static class FastSums
{
    // Places are counted in 32 bits.
    private const long MaximumBytes = int.MaxValue / 2;

    /// <summary>The packed operator; null where only the plain kernel takes it.</summary>
    /// <param name="window">Of constant shapes.</param>
    /// <param name="filter">How the weights lie.</param>
    /// <param name="codes">One factor for each output channel.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="bias">One for each output channel, or empty for none.</param>
    /// <param name="memory">What may be kept; too little means no fast form, not a refused model.</param>
    public static IFastKernel<sbyte>? TryPack<TRounding>(
        WindowGeometry window, TapFilter filter, Requantization codes, ReadOnlySpan<sbyte> weights, ReadOnlySpan<int> bias, HostMemory memory)
        where TRounding : struct, IRounding
    {
        if (!IsTaken(window, codes, weights))
            return null;
        bool depthwise = filter.Depth == 1 && window.InputChannels == window.OutputChannels && window.InputChannels > 1;
        bool inPlace = IsReadInPlace(window, filter, depthwise);
        long bytes = BytesOf(window, filter, depthwise, inPlace);
        if (bytes > MaximumBytes || !memory.TryTake(bytes))
            return null;

        ImageExtents extents = inPlace ? ImageExtents.Of(window) : ImageExtents.Reached(window);
        SumLayout layout = depthwise && IsRowPairs(window) ? SumLayouts.RowPairs(window, filter)
            : depthwise ? SumLayouts.Depthwise(window, filter, extents)
            : SumLayouts.Quads(window, filter, extents);
        PaddedImage? image = inPlace ? null : new PaddedImage(window, (sbyte)codes.InputZeroPoint);
        return LaneRoundings.Apply<TRounding, SumPacker, IFastKernel<sbyte>>(new SumPacker(window, filter, codes, weights, bias, layout, image));
    }

    // The one list of what goes to the plain kernel whatever the memory: what no model has, but a vector may.
    private static bool IsTaken(WindowGeometry window, Requantization codes, ReadOnlySpan<sbyte> weights)
    {
        if (weights.IsEmpty || window.OutputCount == 0 || window.PadTop < 0 || window.PadLeft < 0)
            return false;
        if (codes.InputZeroPoint is < sbyte.MinValue or > sbyte.MaxValue || codes.ActivationMinimum > codes.ActivationMaximum)
            return false;
        foreach (QuantizedMultiplier factor in codes.Multipliers)
        {
            if (factor.Multiplier < 0)
                return false;
        }

        if (codes.FilterZeroPoint == 0)
            return true;
        foreach (sbyte weight in weights)
        {
            if (weight - codes.FilterZeroPoint is < sbyte.MinValue or > sbyte.MaxValue)
                return false;
        }

        return true;
    }

    // Every block is whole, and there are two rows.
    private static bool IsRowPairs(WindowGeometry window) =>
        Tiers.Best == Tier.AvxVnni && Tiers.HasBytePermutation
        && window is { FilterHeight: 3, FilterWidth: 3, StrideHeight: 1, StrideWidth: 1, DilationHeight: 1, DilationWidth: 1, OutputHeight: >= 2 }
        && window.InputChannels >= ChannelLanes.Width;

    // Steps read 4 or 16 codes. Without padding they end where the last channel does, if the channels are a multiple.
    private static bool IsReadInPlace(WindowGeometry window, TapFilter filter, bool depthwise)
    {
        ImageExtents reached = ImageExtents.Reached(window);
        bool isPadded = window.PadTop > 0 || window.PadLeft > 0 || reached.Height > window.InputHeight || reached.Width > window.InputWidth;
        return !isPadded && (depthwise ? window.InputChannels >= ChannelLanes.Width : filter.Depth % 4 == 0);
    }

    // An upper bound, so that nothing is allocated for a shape that is too large.
    private static long BytesOf(WindowGeometry window, TapFilter filter, bool depthwise, bool inPlace)
    {
        long windows = (long)window.OutputCount / window.OutputChannels;
        long steps = (long)window.FilterHeight * window.FilterWidth * ((filter.Depth + 3) / 4);
        long groups = depthwise ? 1 : window.InputChannels / filter.Depth;
        long blocks = groups * (((window.OutputChannels / groups) + ChannelLanes.Width - 1) / ChannelLanes.Width);
        long layout = sizeof(int) * ((2 * windows) + (5 * steps));
        return layout + (blocks * ((steps * 64) + (ChannelLanes.Words * sizeof(int)))) + (inPlace ? 0 : PaddedImage.Bytes(window));
    }
}
