namespace Tiny.Bench.Results.Charts;

/// <summary>A stretch of time in a <see cref="TraceChart"/>.</summary>
/// <param name="Label">Short, to stand on it.</param>
/// <param name="Text">What the pointer shows.</param>
/// <param name="FromSeconds">Start.</param>
/// <param name="ToSeconds">End.</param>
public sealed record ChartSpan(string Label, string Text, double FromSeconds, double ToSeconds);
