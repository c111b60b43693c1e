using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels.Fast;

namespace Tiny.Bench.Reference.Kernels;

/// <content>The fast form: equal to the plain loop on every input.</content>
public sealed partial class Conv2D
{
    /// <summary>The int8 form packed for the best tier of this processor; null where only the plain one takes it.</summary>
    internal static IFastKernel<sbyte>? TryPack<TRounding>(
        WindowGeometry window, Requantization codes, ReadOnlySpan<sbyte> filter, ReadOnlySpan<int> bias, HostMemory memory)
        where TRounding : struct, IRounding
    {
        int taps = window.FilterHeight * window.FilterWidth, depth = filter.Length / (window.OutputChannels * taps);
        return FastSums.TryPack<TRounding>(window, new TapFilter(window.OutputChannels, depth, ChannelStride: taps * depth, TapStride: depth), codes, filter, bias, memory);
    }
}
