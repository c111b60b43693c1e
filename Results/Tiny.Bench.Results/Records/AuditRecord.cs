namespace Tiny.Bench.Results.Records;

/// <summary>What an audit of its printed answers says of a published result's arithmetic.</summary>
public sealed record AuditRecord
{
    /// <summary>The rounding that explains every answer to the whole official list; null when none does.</summary>
    public string? Dialect { get; init; }

    /// <summary>The rounding that explains most answers.</summary>
    public required string Nearest { get; init; }

    /// <summary>The softmax that goes with it: <c>fixed-point</c>, <c>truncating-float</c>.</summary>
    public required string Softmax { get; init; }

    /// <summary>Other rules that explain every answer too; null when there is none.</summary>
    public IReadOnlyList<string>? EquallyExact { get; init; }

    /// <summary>Samples that were answered.</summary>
    public required int Samples { get; init; }

    /// <summary>Samples that the nearest rule explains.</summary>
    public required int Matching { get; init; }

    /// <summary>Largest distance to the nearest rule in int8 codes.</summary>
    public required int LargestDifference { get; init; }

    /// <summary>Samples for which another class wins than by the nearest rule.</summary>
    public required int TopOneChanges { get; init; }

    /// <summary>How the answers are printed: <c>cut</c>, <c>rounded</c>, <c>int8</c>, or <c>other: </c> and what stands there.</summary>
    public required string Printing { get; init; }

    /// <summary>The verdict in a few words, as a badge has it.</summary>
    public string Describe() => Dialect is { } dialect
        ? $"answers of {dialect}"
        : $"no dialect, nearest {Nearest} in {Matching} of {Samples}";
}
