using Tiny.Bench.Boards.Links;

namespace Tiny.Bench.Boards.Energy.Emulation;

/// <summary>A meter on a port inside this process, whose time passes as fast as the host reads.</summary>
internal sealed class EmulatedBench : IAsyncDisposable
{
    private readonly MeterEmulator _emulator;

    public EmulatedBench(Func<ISerialPort, IEmulatedLoad, MeterEmulation, MeterEmulator> start, IEmulatedLoad load, MeterEmulation emulation, int capacity = 16 * 1024)
    {
        (MemoryPort host, MemoryPort meter) = MemoryPort.CreatePair("meter", capacity);
        Port = host;
        _emulator = start(meter, load, emulation with { Time = Time, Pass = Time.PassAsync });
    }

    public VirtualTime Time { get; } = new();

    public ISerialPort Port { get; }

    /// <summary>Lets a meter measure until the recording holds so much.</summary>
    public async Task<MeterRecording> MeasureAsync(IEnergyMonitor meter, double volts, int events, double seconds, CancellationToken ct)
    {
        await meter.SupplyAsync(volts, ct);
        await meter.StartAsync(ct);
        await meter.Recording.WaitAsync(
            recording => recording.EventCount >= events && recording.Confirmed >= seconds * recording.Header.SampleRate, "samples", TimeSpan.FromMinutes(1), Time, ct);
        await meter.StopAsync(ct);
        return meter.Recording;
    }

    public ValueTask DisposeAsync() => _emulator.DisposeAsync();
}
