namespace Tiny.Bench.Results.Charts;

/// <summary>A measured quantity over time, drawn between the least and the most of every column, with windows, events and gaps.</summary>
public sealed record TraceChart : Chart
{
    /// <summary>The vertical axis: "Power, mW".</summary>
    public required ChartAxis Axis { get; init; }

    /// <summary>Start of the first column.</summary>
    public required double FromSeconds { get; init; }

    /// <summary>End of the last column.</summary>
    public required double ToSeconds { get; init; }

    /// <summary>The least and the most of each column, all of one length; null where nothing was measured.</summary>
    public required IReadOnlyList<(double Low, double High)?> Columns { get; init; }

    /// <summary>Windows, and what the pointer shows of each.</summary>
    public IReadOnlyList<ChartSpan> Windows { get; init; } = [];

    /// <summary>Where samples are missing.</summary>
    public IReadOnlyList<ChartSpan> Gaps { get; init; } = [];

    /// <summary>Events: label and seconds.</summary>
    public IReadOnlyList<(string Label, double Seconds)> Events { get; init; } = [];
}
