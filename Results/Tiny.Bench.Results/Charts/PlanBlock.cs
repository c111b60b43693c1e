namespace Tiny.Bench.Results.Charts;

/// <summary>A buffer in the arena.</summary>
/// <param name="Label">What it holds.</param>
/// <param name="Offset">First byte.</param>
/// <param name="Bytes">Length.</param>
/// <param name="First">First operator that needs it, from 0.</param>
/// <param name="Last">Last operator that needs it; not before <paramref name="First"/>.</param>
public sealed record PlanBlock(string Label, long Offset, long Bytes, int First, int Last);
