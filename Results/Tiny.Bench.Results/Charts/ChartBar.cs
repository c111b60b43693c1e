namespace Tiny.Bench.Results.Charts;

/// <summary>A bar.</summary>
/// <param name="Label">What was measured.</param>
/// <param name="Value">In the unit of the axis.</param>
/// <param name="Series">The group that gives its colour; null when there are no groups.</param>
public sealed record ChartBar(string Label, double Value, string? Series = null);
