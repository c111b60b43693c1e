using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels.Fast;

namespace Tiny.Bench.Reference.Kernels;

/// <content>The fast form, a convolution with a window of one pixel: equal to the plain loop on every input.</content>
public sealed partial class FullyConnected
{
    /// <summary>The int8 form packed for the best tier of this processor; null where only the plain one takes it.</summary>
    internal static IFastKernel<sbyte>? TryPack<TRounding>(
        int batches, int depth, int units, Requantization codes, ReadOnlySpan<sbyte> filter, ReadOnlySpan<int> bias, HostMemory memory)
        where TRounding : struct, IRounding
    {
        var rows = new TapFilter(units, depth, ChannelStride: depth, TapStride: depth);
        return FastSums.TryPack<TRounding>(Rows(batches, depth, units), rows, codes, filter, bias, memory);
    }

    private static WindowGeometry Rows(int batches, int depth, int units) => new()
    {
        Batches = batches,
        InputHeight = 1,
        InputWidth = 1,
        InputChannels = depth,
        OutputHeight = 1,
        OutputWidth = 1,
        OutputChannels = units,
        FilterHeight = 1,
        FilterWidth = 1,
    };
}
