namespace Tiny.Bench.Harness.Running;

/// <summary>What a system answered to one sample.</summary>
public sealed record SampleResult
{
    /// <summary>The sample's file, as the list names it.</summary>
    public required string File { get; init; }

    /// <summary>The right class.</summary>
    public required int ClassIndex { get; init; }

    /// <summary>Index of the highest score, -1 when every score is NaN; null for an anomaly task.</summary>
    public int? TopOne { get; init; }

    /// <summary>Anomaly score, the higher the stranger; null for a classifier.</summary>
    public double? Score { get; init; }

    /// <summary>
    /// SHA-256 over the raw outputs of all its inputs in order, in lower-case hexadecimal: equal when no bit differs. Of a system that only
    /// prints, over the printed values as float32.
    /// </summary>
    public required string OutputSha256 { get; init; }
}
