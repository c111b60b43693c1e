namespace Tiny.Bench.Reference.Arithmetic;

/// <summary>Work that needs a dialect with a factor for each lane: see <see cref="LaneRoundings.Apply"/>.</summary>
internal interface ILaneRoundingUser<out TResult>
{
    /// <summary>Does the work with one rounding.</summary>
    TResult Use<TRounding>()
        where TRounding : struct, ILaneRounding;
}
