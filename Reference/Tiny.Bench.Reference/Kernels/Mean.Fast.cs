using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels.Fast;

namespace Tiny.Bench.Reference.Kernels;

/// <content>The fast form, for neighbouring axes before at least 16 channels: equal to the plain loop on every input.</content>
public sealed partial class Mean
{
    /// <summary>The int8 form for the vectors of this processor; null where only the plain one takes the shapes.</summary>
    internal static IFastKernel<sbyte>? TryPack<TRounding>(
        Reduction reduction, int inputZeroPoint, QuantizedMultiplier factor, int outputZeroPoint, HostMemory memory)
        where TRounding : struct, IRounding
    {
        if (reduction.Blocks is not { Inner: >= ChannelLanes.Width } blocks || factor.Multiplier < 0 || !memory.TryTake(ReducedSums<DoubleRounding>.Bytes))
            return null;
        var packer = new Packer(blocks, inputZeroPoint, Divide(factor, reduction.Count), outputZeroPoint);
        return LaneRoundings.Apply<TRounding, Packer, IFastKernel<sbyte>>(packer);
    }

    private readonly struct Packer(ReducedBlocks blocks, int inputZeroPoint, QuantizedMultiplier factor, int outputZeroPoint)
        : ILaneRoundingUser<IFastKernel<sbyte>>
    {
        public IFastKernel<sbyte> Use<TRounding>()
            where TRounding : struct, ILaneRounding => new ReducedSums<TRounding>(blocks, inputZeroPoint, factor, outputZeroPoint);
    }
}
