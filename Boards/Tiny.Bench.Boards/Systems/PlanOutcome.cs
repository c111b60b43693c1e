namespace Tiny.Bench.Boards.Systems;

/// <summary>What a board made of a plan.</summary>
/// <param name="IsEqual">Whether the output has the expected CRC-32.</param>
/// <param name="Output">The output when it has not; null when it was not fetched.</param>
/// <param name="Refusal">Why the board does not take the plan; null when it ran.</param>
public sealed record PlanOutcome(bool IsEqual, byte[]? Output, string? Refusal);
