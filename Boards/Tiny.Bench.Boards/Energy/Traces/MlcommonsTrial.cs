namespace Tiny.Bench.Boards.Energy.Traces;

/// <summary>What results.json says of one trial beside its samples.</summary>
public sealed record MlcommonsTrial
{
    /// <summary>Its place in the list.</summary>
    public required int Index { get; init; }

    /// <summary>The input file; null when it is not said.</summary>
    public string? File { get; init; }

    /// <summary>Inferences in its window; null when it is not said.</summary>
    public long? Inferences { get; init; }

    /// <summary>Supply voltage as the runner set it; null when it is not said.</summary>
    public double? SupplyVolts { get; init; }

    /// <summary>Number of samples.</summary>
    public required long Samples { get; init; }

    /// <summary>Label of each event and the number of samples before it.</summary>
    public required IReadOnlyList<(string Label, long Sample)> Events { get; init; }
}
