using Tiny.Bench.Core.Systems;

namespace Tiny.Bench.Boards.Systems;

/// <summary>What a board made of a plan.</summary>
/// <param name="IsEqual">Whether the output has the expected CRC-32.</param>
/// <param name="Output">The output when it has not; null when it was not fetched.</param>
/// <param name="Guard">The guard bytes behind the arena after the run; null of firmware that has none.</param>
public sealed record PlanOutcome(bool IsEqual, byte[]? Output, ArenaGuard? Guard)
{
    /// <summary>Why the board does not take the plan; null when it ran.</summary>
    public string? Refusal { get; init; }
}
