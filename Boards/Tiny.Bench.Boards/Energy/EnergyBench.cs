using Tiny.Bench.Boards.Energy.Emulation;
using Tiny.Bench.Boards.Links;
using Tiny.Bench.Boards.Systems;
using Tiny.Bench.Boards.Targets;
using Tiny.Bench.Boards.Virtual;

namespace Tiny.Bench.Boards.Energy;

/// <summary>A board, its meter and what is between, open and measuring. Closing it leaves nothing behind.</summary>
public sealed class EnergyBench : IAsyncDisposable
{
    // A Cortex-M4 at 120 MHz and 1.8 V takes some 8 mA, and less than a tenth of that asleep.
    private const double EmulatedIdleAmperes = 0.0006;
    private const double EmulatedActiveAmperes = 0.008;

    private readonly Stack<IAsyncDisposable> _opened;

    private EnergyBench(IEnergyMonitor meter, BoardTarget target, MeteredSystem system, Stack<IAsyncDisposable> opened)
    {
        Meter = meter;
        Target = target;
        System = system;
        _opened = opened;
    }

    /// <summary>The meter.</summary>
    public IEnergyMonitor Meter { get; }

    /// <summary>The board.</summary>
    public BoardTarget Target { get; }

    /// <summary>Both as a system under test.</summary>
    public MeteredSystem System { get; }

    /// <summary>Opens the meter, switches the board on, begins to measure, then finds the board.</summary>
    /// <param name="request">The meter, the supply and the interface board.</param>
    /// <param name="targets">Opens the board.</param>
    /// <param name="address">The board.</param>
    /// <param name="model">What is to run.</param>
    /// <param name="transcript">File that takes every byte of the board's link; null to keep none.</param>
    /// <param name="time">For deadlines.</param>
    /// <param name="ct">Ends the wait; nothing stays behind.</param>
    /// <exception cref="MeterException">The meter is not as it must be.</exception>
    /// <exception cref="Core.TinyBenchException">Anything else that opening a port or a board tells.</exception>
    public static async Task<EnergyBench> OpenAsync(
        EnergyRequest request, BoardTargets targets, TargetAddress address, BoardModel model, string? transcript, TimeProvider time, CancellationToken ct)
    {
        var opened = new Stack<IAsyncDisposable>();
        try
        {
            (ISerialPort link, string? pin) = request.Meter.Link is { } place
                ? (await SerialPorts.OpenAsync(place, ct), null)
                : Emulate(request.Meter.Emulated!.Value, time, opened);
            IEnergyMonitor meter = await EnergyMeters.OpenAsync(request.Meter.Kind, link, time, ct);
            opened.Push(meter);
            await meter.SupplyAsync(request.SupplyVolts, ct);
            await meter.StartAsync(ct);
            BoardTarget target = await targets.ForEnergy(request.Wiring with { PinPath = pin }).OpenAsync(address, model, transcript, null, ct);
            opened.Push(target);
            var system = new MeteredSystem(target.Session.System, target.Session.Official, meter, new MeteringOptions(), time);
            return new EnergyBench(meter, target, system, opened);
        }
        catch
        {
            await BoardTarget.CloseAsync(opened);
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => BoardTarget.CloseAsync(_opened);

    private static (ISerialPort Link, string Pin) Emulate(MeterKind kind, TimeProvider time, Stack<IAsyncDisposable> opened)
    {
        var load = new PinFollowingLoad(time, EmulatedIdleAmperes, EmulatedActiveAmperes);
        var pin = PinLine.Listen(load.Pulse);
        opened.Push(pin);
        (MemoryPort host, MemoryPort device) = MemoryPort.CreatePair("emulated meter", 1 << 16);
        var emulation = new MeterEmulation { Time = time };
        opened.Push(kind == MeterKind.Ppk2 ? Ppk2Emulator.Start(device, load, emulation) : Lpm01aEmulator.Start(device, load, emulation));
        return (host, pin.Path);
    }
}
