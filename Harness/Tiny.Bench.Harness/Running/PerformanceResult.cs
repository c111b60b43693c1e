using Tiny.Bench.Core.Metrics;

namespace Tiny.Bench.Harness.Running;

/// <summary>How fast a system is.</summary>
public sealed record PerformanceResult
{
    /// <summary>Every timed window, in order of measurement.</summary>
    public required IReadOnlyList<PerformanceWindow> Windows { get; init; }

    /// <summary>Whether the windows were asked to be short.</summary>
    public required bool Quick { get; init; }

    /// <summary>Whether every window is as long as the rule asks, and each is on an input of its own.</summary>
    public required bool RuleMet { get; init; }

    /// <summary>Median over the windows of the microseconds per inference.</summary>
    public double MedianLatencyMicroseconds => Statistics.Median(Windows.Select(window => window.LatencyMicroseconds));
}
