namespace Tiny.Bench.Results.Charts;

/// <summary>One bar a system, in the order given, with its value printed. Linear axes start at zero, logarithmic ones at a power of ten.</summary>
public sealed record BarChart : Chart
{
    /// <summary>The axis of the values.</summary>
    public required ChartAxis Axis { get; init; }

    /// <summary>The bars, top to bottom.</summary>
    public required IReadOnlyList<ChartBar> Bars { get; init; }
}
