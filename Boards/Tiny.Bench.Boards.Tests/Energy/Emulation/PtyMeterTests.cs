using System.Globalization;
using System.Runtime.Versioning;
using Tiny.Bench.Boards.Links;
using Tiny.Bench.Boards.Links.Posix;

namespace Tiny.Bench.Boards.Energy.Emulation;

/// <summary>The emulated meters behind a real serial port of the system, at the speed of the real ones and in real time.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PtyMeterTests : IDisposable
{
    private const double Volts = 3.0;

    private readonly Deadline _deadline = new();

    public void Dispose() => _deadline.Dispose();

    [SkippableTheory]
    [InlineData(MeterKind.Lpm01a, "lpm01a", 1.1)]
    [InlineData(MeterKind.Ppk2, "ppk2", 2.2)]
    public async Task Measures_over_a_terminal(MeterKind kind, string name, double seconds)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Pseudo-terminals of other systems have no such speeds.");
        using var pty = Pty.Open(stayOpen: true);
        var load = new WindowLoad(0.001, 0.008, (0.2, 0.7));
        await using MeterEmulator emulator = kind == MeterKind.Lpm01a
            ? Lpm01aEmulator.Start(pty.Board, load, new MeterEmulation())
            : Ppk2Emulator.Start(pty.Board, load, new MeterEmulation());
        var address = MeterAddress.Parse(string.Create(CultureInfo.InvariantCulture, $"{name}:{pty.Path}"));
        await using IEnergyMonitor meter = await EnergyMeters.OpenAsync(kind, await SerialPorts.OpenAsync(address.Link!, _deadline.Token), TimeProvider.System, _deadline.Token);
        await meter.SupplyAsync(Volts, _deadline.Token);
        await meter.StartAsync(_deadline.Token);
        MeterRecording recording = meter.Recording;
        await recording.WaitAsync(now => now.Position >= seconds * now.Header.SampleRate && now.EventCount == 2 && now.Confirmed > 0.75 * now.Header.SampleRate, "a window", TimeSpan.FromSeconds(30), TimeProvider.System, _deadline.Token);
        await meter.StopAsync(_deadline.Token);

        // Half a second of 8 mA at 3 V.
        Assert.Equal(0.012, recording.Between("window", 0, 1).Joules, tolerance: 0.012 * 0.005);
    }
}
