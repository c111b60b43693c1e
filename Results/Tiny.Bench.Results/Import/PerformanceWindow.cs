namespace Tiny.Bench.Results.Import;

/// <summary>A block of a report: one window's performance. What the report does not say is null.</summary>
internal sealed class PerformanceWindow
{
    public double? Inferences { get; set; }

    public double? Seconds { get; set; }

    /// <summary>Inferences a second, as printed.</summary>
    public double? Throughput { get; set; }
}
