namespace Tiny.Bench.Boards.Energy;

/// <summary>An energy meter that supplies or watches a board. One owner, which also closes it; one call at a time.</summary>
/// <remarks>
/// Opened by its own class, which takes control of it and asks what it is. Every wait has a deadline. A meter that is unplugged, overloaded
/// or falls silent ends every call with the error, from then on: half a measurement is none.
/// </remarks>
public interface IEnergyMonitor : IAsyncDisposable
{
    /// <summary>What it says it is.</summary>
    MonitorIdentity Identity { get; }

    /// <summary>What it has measured since <see cref="StartAsync"/>; grows while it measures.</summary>
    /// <exception cref="InvalidOperationException">It was not started.</exception>
    MeterRecording Recording { get; }

    /// <summary>Sets the supply voltage and switches it on. A meter that supplies nothing keeps the voltage as what the user says.</summary>
    /// <param name="volts">More than 0; to the millivolt.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="MeterException">The meter cannot give that voltage.</exception>
    ValueTask SupplyAsync(double volts, CancellationToken ct);

    /// <summary>Begins to measure, after <see cref="SupplyAsync"/>.</summary>
    ValueTask StartAsync(CancellationToken ct);

    /// <summary>Ends the measurement; <see cref="Recording"/> is complete then, and checked to its end.</summary>
    /// <exception cref="MeterException">The recording is not whole.</exception>
    ValueTask StopAsync(CancellationToken ct);
}
