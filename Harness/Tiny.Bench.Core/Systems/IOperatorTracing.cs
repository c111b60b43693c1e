namespace Tiny.Bench.Core.Systems;

/// <summary>A system under test that lets one look inside an inference.</summary>
public interface IOperatorTracing : ISystemUnderTest
{
    /// <summary>What its ticks mean.</summary>
    TickClock Clock { get; }

    /// <summary>Runs one inference and tells of every operator, in order.</summary>
    /// <param name="input">Exactly the system's input bytes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<IReadOnlyList<OperatorTrace>> TraceAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken);

    /// <summary>Runs the operators up to and with one, and fetches its output.</summary>
    /// <param name="operatorIndex">Position in execution order.</param>
    /// <param name="input">Exactly the system's input bytes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<byte[]> FetchOutputAsync(int operatorIndex, ReadOnlyMemory<byte> input, CancellationToken cancellationToken);

    /// <summary>Runs one inference on the loaded input.</summary>
    /// <returns>Its ticks by the system's timer, without the loading of the input.</returns>
    ValueTask<long> CountTicksAsync(CancellationToken cancellationToken);
}
