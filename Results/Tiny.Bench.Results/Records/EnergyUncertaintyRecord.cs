namespace Tiny.Bench.Results.Records;

/// <summary>How far the median energy may be off.</summary>
public sealed record EnergyUncertaintyRecord
{
    /// <summary>The truth is within this of the median in 95.45 % of cases, microjoules per inference.</summary>
    public required double ExpandedMicrojoules { get; init; }

    /// <summary>Expanded over combined standard uncertainty; 2 when the errors together make a bell curve.</summary>
    public required double CoverageFactor { get; init; }

    /// <summary>The budget.</summary>
    public required IReadOnlyList<UncertaintyComponentRecord> Components { get; init; }
}
