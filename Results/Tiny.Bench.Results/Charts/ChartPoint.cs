namespace Tiny.Bench.Results.Charts;

/// <summary>A point.</summary>
/// <param name="Label">What was measured.</param>
/// <param name="X">In the unit of the horizontal axis.</param>
/// <param name="Y">In the unit of the vertical axis.</param>
/// <param name="Series">The group that gives colour and shape; null when there are no groups.</param>
public sealed record ChartPoint(string Label, double X, double Y, string? Series = null);
