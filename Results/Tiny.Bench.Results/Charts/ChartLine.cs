namespace Tiny.Bench.Results.Charts;

/// <summary>A line through the steps of a <see cref="LineChart"/>.</summary>
/// <param name="Label">What it follows.</param>
/// <param name="Values">One value a step; null where there is none, which leaves a gap.</param>
public sealed record ChartLine(string Label, IReadOnlyList<double?> Values);
