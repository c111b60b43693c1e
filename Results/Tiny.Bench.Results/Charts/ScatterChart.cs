namespace Tiny.Bench.Results.Charts;

/// <summary>One point a system, with the front of those that nobody beats in both figures. Axes need not start at zero.</summary>
public sealed record ScatterChart : Chart
{
    /// <summary>The horizontal axis; less is better.</summary>
    public required ChartAxis XAxis { get; init; }

    /// <summary>The vertical axis.</summary>
    public required ChartAxis YAxis { get; init; }

    /// <summary>Whether a greater vertical value is better, as for accuracy; otherwise less is, as for energy.</summary>
    public required bool GreaterYIsBetter { get; init; }

    /// <summary>The points; their order does not matter.</summary>
    public required IReadOnlyList<ChartPoint> Points { get; init; }
}
