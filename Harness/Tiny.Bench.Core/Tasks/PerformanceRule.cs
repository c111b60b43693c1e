namespace Tiny.Bench.Core.Tasks;

/// <summary>How latency is measured: the median over timed windows on different inputs.</summary>
/// <param name="Windows">Number of windows, each on an input of its own.</param>
/// <param name="MinimumWindow">A window that is shorter does not meet the rule.</param>
/// <param name="QuickWindow">Length of a window in a quick run, whose record says that it was one.</param>
/// <remarks>Source: MLPerf Tiny rules, single stream: five inputs, at least 10 s each.</remarks>
public sealed record PerformanceRule(int Windows, TimeSpan MinimumWindow, TimeSpan QuickWindow);
