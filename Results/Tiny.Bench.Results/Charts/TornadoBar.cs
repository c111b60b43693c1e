namespace Tiny.Bench.Results.Charts;

/// <summary>An assumption in a <see cref="TornadoChart"/>.</summary>
/// <param name="Label">Its name with its two values: "sleep current, 1 to 4 µA".</param>
/// <param name="AtLow">The result at its low value.</param>
/// <param name="AtHigh">The result at its high value.</param>
public sealed record TornadoBar(string Label, double AtLow, double AtHigh);
