namespace Tiny.Bench.Results.Charts;

/// <summary>Every single value of a few measurements, such as the windows of a run, with their median. The axis need not start at zero.</summary>
public sealed record DistributionChart : Chart
{
    /// <summary>Quantity and unit of the values.</summary>
    public required string ValueLabel { get; init; }

    /// <summary>The measurements, top to bottom.</summary>
    public required IReadOnlyList<ChartSample> Samples { get; init; }
}
