using System.Globalization;
using Tiny.Bench.Boards.Energy.Traces;
using Tiny.Bench.Boards.Links;
using Tiny.Bench.Core;

namespace Tiny.Bench.Boards.Energy.Lpm01a;

/// <summary>ST's X-NUCLEO-LPM01A, "PowerShield", on its serial port at 3,686,400 baud: it supplies the board and counts joules.</summary>
/// <remarks>Source of session and ranges: mlcommons/tiny benchmark/runner/power_manager.py, _setup and its table of commands.</remarks>
public sealed class Lpm01aMonitor : IEnergyMonitor
{
    /// <summary>The only speed of its port, bits a second.</summary>
    public const int Baud = 3_686_400;

    /// <summary>The most that it measures, amperes.</summary>
    public const double HighestCurrent = 0.050;

    private const double LowestVoltage = 1.8;
    private const double HighestVoltage = 3.3;
    private const int ControlAttempts = 3;

    // Older ones answer "error pwr off" (eembc/energyrunner #8).
    private static readonly Version OldestFirmware = new(1, 0, 6);

    private readonly Lpm01aConsole _console;
    private readonly Lpm01aOptions _options;
    private readonly TimeProvider _time;
    private readonly string _name;
    private double? _volts;
    private MeterRecording? _recording;

    private Lpm01aMonitor(Lpm01aConsole console, string name, Lpm01aOptions options, TimeProvider time, MonitorIdentity identity)
    {
        _console = console;
        _name = name;
        _options = options;
        _time = time;
        Identity = identity;
    }

    /// <inheritdoc/>
    public MonitorIdentity Identity { get; }

    /// <inheritdoc/>
    public MeterRecording Recording => _recording ?? throw new InvalidOperationException("The meter was not started.");

    /// <summary>Takes control of the meter, whatever an earlier run left it in, and sets it up.</summary>
    /// <param name="port">Open; closed by the monitor, also when this fails.</param>
    /// <param name="options">How.</param>
    /// <param name="time">For deadlines.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="ArgumentException">The options cannot be carried out.</exception>
    /// <exception cref="MeterException">It is another device, its firmware is too old, or it refused a command.</exception>
    /// <exception cref="LinkException">The link failed.</exception>
    public static async ValueTask<Lpm01aMonitor> OpenAsync(ISerialPort port, Lpm01aOptions options, TimeProvider time, CancellationToken ct)
    {
        string[] problems = [.. options.Problems()];
        if (problems.Length > 0)
            throw new ArgumentException(string.Join(' ', problems), nameof(options));
        var console = new Lpm01aConsole(port, options.Timeouts, time);
        try
        {
            await TakeControlAsync(console, ct);
            MonitorIdentity identity = await IdentifyAsync(console, port.Name, ct);
            var monitor = new Lpm01aMonitor(console, port.Name, options, time, identity);
            await monitor.SetUpAsync(ct);
            return monitor;
        }
        catch
        {
            await console.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask SupplyAsync(double volts, CancellationToken ct)
    {
        if (!(volts >= LowestVoltage && volts <= HighestVoltage))
            throw new MeterException(_name, MeterFault.NotSupported, string.Create(CultureInfo.InvariantCulture, $"cannot supply {volts} V; expected {LowestVoltage} to {HighestVoltage}"));
        await _console.AskAsync(string.Create(CultureInfo.InvariantCulture, $"volt {Math.Round(volts * 1000):0}m"), ct);
        await _console.AskAsync(string.Create(CultureInfo.InvariantCulture, $"lcd 2 \"{volts,14:0.0##}V \""), ct);
        await _console.AskAsync("pwr on nostatus", ct);
        _volts = Math.Round(volts, 3);
    }

    /// <inheritdoc/>
    public async ValueTask StartAsync(CancellationToken ct)
    {
        double volts = _volts ?? throw new InvalidOperationException("The supply was not set.");
        _recording = new MeterRecording(new TraceHeader
        {
            Source = _name,
            SampleRate = _options.SampleRate,
            Quantity = TraceQuantity.EnergyPerSample,
            SupplyVolts = volts,
            Channels = ["D7"],
            Start = _time.GetUtcNow(),
            Meter = Identity.ToString(),
        });
        var stream = new Lpm01aStream(_recording, _name, _options.SampleRate, HighestCurrent * volts / _options.SampleRate);
        _console.Acquire(_recording, stream, _options.Format);
        await _console.AskAsync("start", ct);
        _console.ExpectSamples(true);
    }

    /// <inheritdoc/>
    public async ValueTask StopAsync(CancellationToken ct)
    {
        _console.ExpectSamples(false);
        await StopAsync(_console, ct);
    }

    /// <summary>Switches the supply off, gives control back where the meter still listens, and closes the port.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _console.AskAsync("pwr off", CancellationToken.None);
            await _console.AskAsync("hrc", CancellationToken.None);
        }
        catch (TinyBenchException)
        {
            // Whoever measured was told already; who closes has nothing left to lose.
        }
        finally
        {
            await _console.DisposeAsync();
        }
    }

    // A meter that an earlier run left sampling hears nothing but stop; one that was not says something else to it, which is passed over.
    private static async ValueTask TakeControlAsync(Lpm01aConsole console, CancellationToken ct)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await console.AskAsync("htc", ct);
                return;
            }
            catch (TinyBenchException refusal) when (attempt < ControlAttempts && refusal is LinkTimeoutException or MeterException { Fault: MeterFault.Refused })
            {
                await console.AskAsync("stop", line => line, ct);
            }
        }
    }

    private static async ValueTask<MonitorIdentity> IdentifyAsync(Lpm01aConsole console, string name, CancellationToken ct)
    {
        string present = await console.AskAsync("powershield", line => line.Contains("present", StringComparison.OrdinalIgnoreCase) ? line : null, ct);
        string version = await console.AskAsync("version", FindVersion, ct);
        return Version.Parse(version) >= OldestFirmware
            ? new MonitorIdentity("LPM01A", present.Split(' ')[^1], version)
            : throw new MeterException(name, MeterFault.OldFirmware, $"has firmware {version}; expected at least {OldestFirmware}, which STM32CubeMonitor-Power brings");
    }

    // Behind "ack version" or in the next line: <main>.<sub1>.<sub2>.
    private static string? FindVersion(string line) =>
        line.Split(' ').FirstOrDefault(word => word.Count(letter => letter == '.') == 2 && Version.TryParse(word, out _));

    private async ValueTask SetUpAsync(CancellationToken ct)
    {
        string rate = _options.SampleRate % 1000 == 0 ? $"{_options.SampleRate / 1000}k" : $"{_options.SampleRate}";
        string[] commands =
        [
            "lcd 1 \"Tiny.Bench\"", "pwr off", "acqtime inf", "trigdelay 0", "trigsrc sw", "eventsrc d7 fal", "output energy",
            _options.Format == Lpm01aFormat.Ascii ? "format ascii_dec" : "format bin_hexa", $"freq {rate}",
        ];
        foreach (string command in commands)
            await _console.AskAsync(command, ct);
    }

    // It acknowledges stop on some versions only; this line it always writes.
    private static async ValueTask StopAsync(Lpm01aConsole console, CancellationToken ct) =>
        await console.AskAsync("stop", line => line.Contains(Lpm01aConsole.Completed, StringComparison.Ordinal) ? line : null, ct);
}
