using Tiny.Bench.Boards.Targets;

namespace Tiny.Bench.Boards.Probing;

/// <summary>What was found at a port.</summary>
/// <param name="Port">The port as it was named.</param>
/// <param name="Address">The address that answered; null when none did.</param>
/// <param name="Answer">What the device said; null when none answered.</param>
/// <param name="Problem">Why there is no answer; null when there is one.</param>
public sealed record ProbeResult(string Port, TargetAddress? Address, ProbeAnswer? Answer, string? Problem);
