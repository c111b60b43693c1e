using System.Numerics;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels.Fast;

namespace Tiny.Bench.Reference.Kernels;

/// <content>The fast form for int16 codes: equal to the plain loop on every input.</content>
public sealed partial class Conv2D
{
    /// <summary>The int16 form packed for this processor; null where only the plain one takes it.</summary>
    internal static IFastKernel<short>? TryPack<TAccumulator, TRounding>(
        WindowGeometry window, Requantization codes, ReadOnlySpan<sbyte> filter, ReadOnlySpan<TAccumulator> bias, HostMemory memory)
        where TAccumulator : unmanaged, IBinaryInteger<TAccumulator>
        where TRounding : struct, IRounding
    {
        int taps = window.FilterHeight * window.FilterWidth, depth = filter.Length / (window.OutputChannels * taps);
        var channels = new TapFilter(window.OutputChannels, depth, ChannelStride: taps * depth, TapStride: depth);
        return FastWideSums.TryPack<TAccumulator, TRounding>(window, channels, codes, filter, bias, memory);
    }
}
