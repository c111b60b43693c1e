using System.Numerics;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels.Fast;

namespace Tiny.Bench.Reference.Kernels;

/// <content>The fast form for int16 codes: equal to the plain loop on every input.</content>
public sealed partial class FullyConnected
{
    /// <summary>The int16 form packed for this processor; null where only the plain one takes it.</summary>
    internal static IFastKernel<short>? TryPack<TAccumulator, TRounding>(
        int batches, int depth, int units, Requantization codes, ReadOnlySpan<sbyte> filter, ReadOnlySpan<TAccumulator> bias, HostMemory memory)
        where TAccumulator : unmanaged, IBinaryInteger<TAccumulator>
        where TRounding : struct, IRounding
    {
        var rows = new TapFilter(units, depth, ChannelStride: depth, TapStride: depth);
        return FastWideSums.TryPack<TAccumulator, TRounding>(Rows(batches, depth, units), rows, codes, filter, bias, memory);
    }
}
