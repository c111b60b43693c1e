namespace Tiny.Bench.Results.Records;

/// <summary>How far a run is from the reference on the same samples.</summary>
public sealed record ComparisonRecord
{
    /// <summary>The dialect compared with: <c>double-rounding</c>.</summary>
    public required string Reference { get; init; }

    /// <summary>Which printed values were compared, of a board that shows no more: <c>three digits</c>, <c>int8 codes</c>; null when output bytes were.</summary>
    public string? Printed { get; init; }

    /// <summary>Samples whose output differs in at least one bit, or printed value.</summary>
    public required int DifferingInputs { get; init; }

    /// <summary>Samples for which another class wins; null for an anomaly task.</summary>
    public int? TopOneChanges { get; init; }
}
