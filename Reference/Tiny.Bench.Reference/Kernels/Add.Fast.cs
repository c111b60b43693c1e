using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels.Fast;

namespace Tiny.Bench.Reference.Kernels;

/// <content>The fast form, for two inputs of the same shape: equal to the plain loop on every input.</content>
public sealed partial class Add
{
    /// <summary>The int8 form for the best tier of this processor; null where only the plain one takes it.</summary>
    internal static IFastPair? TryPack<TRounding>(Broadcast shapes, SumCodes codes, HostMemory memory)
        where TRounding : struct, IRounding
    {
        bool isTaken = shapes.IsFlat && codes.LeftShift is >= 0 and <= 31 && codes.ActivationMinimum <= codes.ActivationMaximum
            && codes.Input1Multiplier.Multiplier >= 0 && codes.Input2Multiplier.Multiplier >= 0 && codes.OutputMultiplier.Multiplier >= 0;
        return isTaken && memory.TryTake(PairSums<DoubleRounding>.Bytes) ? LaneRoundings.Apply<TRounding, Packer, IFastPair>(new Packer(codes)) : null;
    }

    private readonly struct Packer(SumCodes codes) : ILaneRoundingUser<IFastPair>
    {
        public IFastPair Use<TRounding>()
            where TRounding : struct, ILaneRounding => new PairSums<TRounding>(codes);
    }
}
