namespace Tiny.Bench.Results.Charts;

/// <summary>A part of a stacked bar.</summary>
/// <param name="Series">Its kind, such as an operator's name; gives the colour.</param>
/// <param name="Value">In the unit of the chart, zero or more.</param>
public sealed record ChartPart(string Series, double Value);
