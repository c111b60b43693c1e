namespace Tiny.Bench.Boards.Energy.Traces;

/// <summary>Samples that the meter took and that did not arrive.</summary>
/// <param name="First">Position of the first that is missing.</param>
/// <param name="Count">How many are missing.</param>
public readonly record struct TraceGap(long First, long Count);
