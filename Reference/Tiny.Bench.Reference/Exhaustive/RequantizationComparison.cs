using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Exhaustive;

/// <summary>What a comparison of two dialects over every accumulator of a range found.</summary>
public sealed record RequantizationComparison
{
    /// <summary>Up to so many differing accumulators are listed one by one.</summary>
    public const int ListedAtMost = 64;

    /// <summary>The dialects.</summary>
    public required DialectPair Pair { get; init; }

    /// <summary>The factor.</summary>
    public required QuantizedMultiplier Scale { get; init; }

    /// <summary>What follows the requantization; null when the bare int32 results were compared.</summary>
    public OutputClamp? Clamp { get; init; }

    /// <summary>The accumulators that the answer holds for.</summary>
    public required AccumulatorRange Range { get; init; }

    /// <summary>Accumulators with different results.</summary>
    public required long Differing { get; init; }

    /// <summary>Among them, those where the second dialect is one higher.</summary>
    public required long SecondOneHigher { get; init; }

    /// <summary>Among them, those where the second dialect is one lower.</summary>
    public required long SecondOneLower { get; init; }

    /// <summary>Among them, those that are more than one apart.</summary>
    public long FurtherApart => Differing - SecondOneHigher - SecondOneLower;

    /// <summary>The lowest of them; null when there is none.</summary>
    public required int? First { get; init; }

    /// <summary>The highest of them; null when there is none.</summary>
    public required int? Last { get; init; }

    /// <summary>All of them in ascending order when they are at most <see cref="ListedAtMost"/>, else empty.</summary>
    public required IReadOnlyList<int> Accumulators { get; init; }

    /// <summary>SHA-256 of all of them in ascending order, four bytes each, little-endian: names the exact set. 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Whether both dialects gave the same result for every accumulator.</summary>
    public bool IsEqual => Differing == 0;
}
