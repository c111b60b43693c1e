using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels.Fast;

namespace Tiny.Bench.Reference.Kernels;

/// <content>The fast form: equal to the plain loop on every input.</content>
public sealed partial class DepthwiseConv2D
{
    /// <summary>The int8 form packed for the best tier of this processor; null where only the plain one takes it.</summary>
    internal static IFastKernel<sbyte>? TryPack<TRounding>(
        WindowGeometry window, Requantization codes, ReadOnlySpan<sbyte> filter, ReadOnlySpan<int> bias, HostMemory memory)
        where TRounding : struct, IRounding
    {
        var taps = new TapFilter(window.OutputChannels, Depth: 1, ChannelStride: 1, TapStride: window.OutputChannels);
        return FastSums.TryPack<TRounding>(window, taps, codes, filter, bias, memory);
    }
}
