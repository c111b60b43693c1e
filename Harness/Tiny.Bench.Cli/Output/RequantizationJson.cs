using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Exhaustive;

namespace Tiny.Bench.Cli.Output;

/// <summary>One comparison as <c>conformance requantization --json</c> prints it.</summary>
internal sealed record RequantizationJson(
    string First,
    string Second,
    int Multiplier,
    int Shift,
    bool Clamped,
    long Compared,
    long Differing,
    long SecondOneHigher,
    long SecondOneLower,
    long FurtherApart,
    int? FirstAccumulator,
    int? LastAccumulator,
    IReadOnlyList<int>? Accumulators,
    string Sha256)
{
    public static RequantizationJson Of(RequantizationComparison found) => new(
        found.Pair.First.Name(),
        found.Pair.Second.Name(),
        found.Scale.Multiplier,
        found.Scale.Shift,
        found.Clamp is not null,
        found.Range.Count,
        found.Differing,
        found.SecondOneHigher,
        found.SecondOneLower,
        found.FurtherApart,
        found.First,
        found.Last,
        found.Accumulators.Count == found.Differing ? found.Accumulators : null,
        found.Sha256);
}
