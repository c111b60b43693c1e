namespace Tiny.Bench.Results.Charts;

/// <summary>A bar made of parts.</summary>
/// <param name="Label">What was measured.</param>
/// <param name="Parts">The parts, left to right; none is below zero.</param>
public sealed record StackedBar(string Label, IReadOnlyList<ChartPart> Parts);
