namespace Tiny.Bench.Results.Charts;

/// <summary>The values of one measurement.</summary>
/// <param name="Label">What was measured.</param>
/// <param name="Values">In the unit of the chart, in order of measurement.</param>
public sealed record ChartSample(string Label, IReadOnlyList<double> Values);
