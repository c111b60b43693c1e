using System.Numerics;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>Packs the int16 form of a convolution or of FULLY_CONNECTED, where there is a fast one.</summary>
internal static class FastWideSums
{
    // Places are counted in 32 bits.
    private const long MaximumBytes = int.MaxValue / 2;

    /// <summary>The packed operator; null where only the plain kernel takes it.</summary>
    /// <param name="window">Of constant shapes.</param>
    /// <param name="filter">How the weights lie.</param>
    /// <param name="codes">One factor for each output channel.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="bias">One for each output channel, or empty for none; its type is that of the sums.</param>
    /// <param name="memory">What may be kept; too little means no fast form, not a refused model.</param>
    public static IFastKernel<short>? TryPack<TAccumulator, TRounding>(
        WindowGeometry window, TapFilter filter, Requantization codes, ReadOnlySpan<sbyte> weights, ReadOnlySpan<TAccumulator> bias, HostMemory memory)
        where TAccumulator : unmanaged, IBinaryInteger<TAccumulator>
        where TRounding : struct, IRounding
    {
        if (!IsTaken(window, codes, weights))
            return null;
        if (filter.Depth == 1 && window.InputChannels > 1)
        {
            bool isLanes = filter.ChannelStride == 1 && window.InputChannels == window.OutputChannels && window.InputChannels >= WideDepthwise<TAccumulator, TRounding>.Lanes;
            bool fits = (long)window.FilterHeight * window.FilterWidth <= WideDepthwise<TAccumulator, TRounding>.MaximumTaps;
            return isLanes && fits && memory.TryTake(WideDepthwise<TAccumulator, TRounding>.Bytes(window))
                ? new WideDepthwise<TAccumulator, TRounding>(window, codes, weights, bias)
                : null;
        }

        Int128 bytes = WideSums<TAccumulator, TRounding>.Bytes(window, filter);
        return bytes <= MaximumBytes && memory.TryTake((long)bytes) ? new WideSums<TAccumulator, TRounding>(window, filter, codes, weights, bias) : null;
    }

    // What no model has, but a vector may.
    private static bool IsTaken(WindowGeometry window, Requantization codes, ReadOnlySpan<sbyte> weights)
    {
        if (weights.IsEmpty || window.OutputCount == 0 || codes.ActivationMinimum > codes.ActivationMaximum)
            return false;
        if (codes.InputZeroPoint is < short.MinValue or > short.MaxValue)
            return false;
        foreach (sbyte weight in weights)
        {
            if (weight - codes.FilterZeroPoint is < sbyte.MinValue or > sbyte.MaxValue)
                return false;
        }

        return true;
    }
}
