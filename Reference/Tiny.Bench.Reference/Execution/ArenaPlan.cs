namespace Tiny.Bench.Reference.Execution;

/// <summary>Where every computed tensor of a graph lies in one block of memory.</summary>
public sealed record ArenaPlan
{
    /// <summary>Bytes that every offset is a multiple of, as in TFLM.</summary>
    public const int Alignment = 16;

    /// <summary>One buffer per tensor that is computed or set by the caller, by tensor index. Constants have none.</summary>
    public required IReadOnlyList<ArenaBuffer> Buffers { get; init; }

    /// <summary>Bytes of the arena: the highest end of a buffer, rounded up to <see cref="Alignment"/>.</summary>
    public required int Size { get; init; }

    /// <summary>Bytes below which no plan can stay: the most that is alive at one operator, each tensor rounded up.</summary>
    public required int LowerBound { get; init; }

    /// <summary>Rounds a length up to <see cref="Alignment"/>.</summary>
    internal static long Align(long bytes) => (bytes + Alignment - 1) / Alignment * Alignment;
}
