using System.Runtime.Intrinsics;

namespace Tiny.Bench.Reference.Arithmetic;

/// <summary>A rounding whose lanes have a factor each, for kernels that requantize many channels at once.</summary>
/// <remarks>
/// Lane by lane equal to <see cref="IRounding.Requantize"/>, which stays the specification, for every int32 and every factor with a multiplier of 0 or more.
/// 512 bits need AVX-512F, 256 bits AVX2. <c>block</c> is the first word of a block of <see cref="ChannelLanes"/>, or its ninth word for the upper 8 lanes.
/// </remarks>
internal interface ILaneRounding : IRounding
{
    /// <summary>Derives the dialect's own words of one lane.</summary>
    /// <param name="factor">The lane's factor.</param>
    /// <param name="lane">0 to 15.</param>
    /// <param name="rows">The block from <see cref="ChannelLanes.FirstOfRounding"/> on.</param>
    static abstract void Pack(QuantizedMultiplier factor, int lane, Span<int> rows);

    /// <summary>Requantizes 16 lanes.</summary>
    static abstract Vector512<int> Requantize(Vector512<int> x, ref int block);

    /// <summary>Requantizes 8 lanes.</summary>
    static abstract Vector256<int> Requantize(Vector256<int> x, ref int block);
}
