namespace Tiny.Bench.Boards.Energy.Emulation;

/// <summary>A fault at a moment of sampling.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Time">When, from the start of sampling; it happens at the first sample from then on.</param>
/// <param name="Count">Samples of an overrun, or bytes of garbage; at least 1.</param>
public readonly record struct MeterFaultAt(MeterFaultKind Kind, TimeSpan Time, int Count = 1);
