namespace Tiny.Bench.Results.Records;

/// <summary>How fast.</summary>
public sealed record PerformanceRecord
{
    /// <summary>Every timed window, in order of measurement; empty when only the median is known.</summary>
    public required IReadOnlyList<WindowRecord> Windows { get; init; }

    /// <summary>Median over the windows of the microseconds per inference.</summary>
    public required double MedianLatencyMicroseconds { get; init; }

    /// <summary>Median over the windows of the inferences a second, digit by digit as a published result states it; null for a run of ours.</summary>
    public double? InferencesPerSecond { get; init; }

    /// <summary>Whether the windows were asked to be short.</summary>
    public required bool Quick { get; init; }

    /// <summary>Whether every window is as long as the suite asks, and each is on an input of its own.</summary>
    public required bool RuleMet { get; init; }
}
