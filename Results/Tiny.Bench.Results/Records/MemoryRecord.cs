namespace Tiny.Bench.Results.Records;

/// <summary>What a system needs of memory.</summary>
public sealed record MemoryRecord
{
    /// <summary>Bytes of the model, weights included.</summary>
    public long? ModelBytes { get; init; }

    /// <summary>Bytes of the activation arena.</summary>
    public long? ArenaBytes { get; init; }

    /// <summary>What lies where in the arena, and when; null when that is not known.</summary>
    public IReadOnlyList<BufferRecord>? Plan { get; init; }
}
