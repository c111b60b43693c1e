using System.Numerics;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels.Fast;

namespace Tiny.Bench.Reference.Kernels;

/// <content>The fast form for int16 codes: equal to the plain loop on every input.</content>
public sealed partial class DepthwiseConv2D
{
    /// <summary>The int16 form packed for this processor; null where only the plain one takes it.</summary>
    internal static IFastKernel<short>? TryPack<TAccumulator, TRounding>(
        WindowGeometry window, Requantization codes, ReadOnlySpan<sbyte> filter, ReadOnlySpan<TAccumulator> bias, HostMemory memory)
        where TAccumulator : unmanaged, IBinaryInteger<TAccumulator>
        where TRounding : struct, IRounding
    {
        var taps = new TapFilter(window.OutputChannels, Depth: 1, ChannelStride: 1, TapStride: window.OutputChannels);
        return FastWideSums.TryPack<TAccumulator, TRounding>(window, taps, codes, filter, bias, memory);
    }
}
