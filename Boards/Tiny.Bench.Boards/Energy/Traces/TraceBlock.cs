namespace Tiny.Bench.Boards.Energy.Traces;

/// <summary>Consecutive samples of a trace with the events up to their end.</summary>
/// <remarks>
/// A position counts sample periods of the meter's clock from the first sample, taken or lost: time is position over rate.
/// A block that begins behind the end of the one before says that the samples between are missing.
/// The memory belongs to the reader, which uses it again for the next block.
/// </remarks>
public sealed class TraceBlock
{
    /// <summary>Position of the first sample.</summary>
    public required long First { get; init; }

    /// <summary>Joules or amperes, as the header says. Empty in a block that only brings events.</summary>
    public required ReadOnlyMemory<double> Values { get; init; }

    /// <summary>Volts, one for each value; empty unless the header promises them.</summary>
    public ReadOnlyMemory<double> Volts { get; init; }

    /// <summary>Events in order, none before the end of the previous block and none behind the end of this one.</summary>
    public IReadOnlyList<TraceEvent> Events { get; init; } = [];

    /// <summary>Position behind the last sample.</summary>
    public long End => First + Values.Length;
}
