namespace Tiny.Bench.Results.Charts;

/// <summary>What lies where in memory, and when.</summary>
public sealed record PlanChart : Chart
{
    /// <summary>Size of the arena in bytes.</summary>
    public required long ArenaBytes { get; init; }

    /// <summary>The buffers.</summary>
    public required IReadOnlyList<PlanBlock> Blocks { get; init; }
}
