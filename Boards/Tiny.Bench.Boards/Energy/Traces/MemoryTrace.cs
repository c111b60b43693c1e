using System.Runtime.CompilerServices;

namespace Tiny.Bench.Boards.Energy.Traces;

/// <summary>A trace that is at hand: what a meter delivered, or a test made up.</summary>
/// <param name="header">What is known of it.</param>
/// <param name="blocks">Its blocks in order, each with memory of its own.</param>
public sealed class MemoryTrace(TraceHeader header, IReadOnlyList<TraceBlock> blocks) : IEnergyTrace
{
    /// <inheritdoc/>
    public TraceHeader Header { get; } = header.Checked();

    /// <summary>A trace without gaps.</summary>
    /// <param name="header">What is known of it.</param>
    /// <param name="values">Joules or amperes, as the header says.</param>
    /// <param name="events">Events in order.</param>
    public static MemoryTrace Of(TraceHeader header, ReadOnlyMemory<double> values, params IReadOnlyList<TraceEvent> events) =>
        new(header, [new TraceBlock { First = 0, Values = values, Events = events }]);

    /// <inheritdoc/>
    public async IAsyncEnumerable<TraceBlock> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        foreach (TraceBlock block in blocks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return block;
        }
    }
}
