using System.Runtime.Intrinsics;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>The 16 sums of a block of <see cref="ChannelLanes"/>, or 64 bytes of packed weights, in as many registers as a processor needs.</summary>
internal interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>The 64 bytes at <paramref name="source"/>.</summary>
    static abstract TSelf Load(ref sbyte source);

    /// <summary>The sums' start values of a block.</summary>
    static abstract TSelf Start(ref int block);

    /// <summary>Rescales, adds the zero point, clamps and cuts to 8 bits, as the plain kernels do.</summary>
    static abstract Vector128<sbyte> Requantize<TRounding>(TSelf sums, ref int block)
        where TRounding : struct, ILaneRounding;
}
