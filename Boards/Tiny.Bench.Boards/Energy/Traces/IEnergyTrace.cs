namespace Tiny.Bench.Boards.Energy.Traces;

/// <summary>A recording of current or energy. It is read block by block and never held as a whole.</summary>
public interface IEnergyTrace
{
    /// <summary>What is known before the first sample.</summary>
    TraceHeader Header { get; }

    /// <summary>Reads from the first sample on; may be called again.</summary>
    /// <exception cref="TraceException">The source is torn, out of order, or holds something that is no measurement.</exception>
    IAsyncEnumerable<TraceBlock> ReadAsync(CancellationToken cancellationToken = default);
}
