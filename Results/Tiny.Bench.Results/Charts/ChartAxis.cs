namespace Tiny.Bench.Results.Charts;

/// <summary>One axis of a chart.</summary>
/// <param name="Label">Quantity and unit: "Latency, ms".</param>
/// <param name="Logarithmic">Whether decades are equally long. A logarithmic axis starts at a power of ten and its label says so.</param>
public sealed record ChartAxis(string Label, bool Logarithmic = false);
