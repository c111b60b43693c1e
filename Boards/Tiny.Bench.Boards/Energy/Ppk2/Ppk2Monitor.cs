using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Tiny.Bench.Boards.Energy.Traces;
using Tiny.Bench.Boards.Links;
using Tiny.Bench.Core;

namespace Tiny.Bench.Boards.Energy.Ppk2;

/// <summary>Nordic's Power Profiler Kit II on its USB serial port: 100,000 currents a second, with eight digital inputs.</summary>
/// <remarks>
/// Commands are bytes and are not answered; only the request for the calibration is, by a text. So it also tells the end of a measurement:
/// what stands before the text was sampled before it. Source: pc-nrfconnect-ppk src/device/serialDevice.ts and abstractDevice.ts.
/// </remarks>
public sealed class Ppk2Monitor : IEnergyMonitor
{
    /// <summary>Speed that its port is opened with; USB does not care.</summary>
    public const int Baud = 115_200;

    /// <summary>Samples a second; there is no other rate.</summary>
    public const int SampleRate = 100_000;

    private const int Attempts = 3;
    private const double LowestVoltage = 0.8;
    private const double HighestVoltage = 5.0;

    private readonly Ppk2Options _options;
    private readonly TimeProvider _time;
    private readonly string _name;
    private readonly MeterPump _pump;
    private readonly MeterAnswers _texts;
    private readonly List<byte> _text = [];
    private Ppk2Calibration _calibration = new();
    private volatile Ppk2Stream? _stream;
    private double? _volts;

    private Ppk2Monitor(ISerialPort port, Ppk2Options options, TimeProvider time)
    {
        _options = options;
        _time = time;
        _name = port.Name;
        _texts = new MeterAnswers(time);
        port.DiscardInput();
        _pump = new MeterPump(port, time, Consume, Fail);
    }

    /// <inheritdoc/>
    public MonitorIdentity Identity { get; private set; } = new("PPK2", "", "");

    /// <inheritdoc/>
    public MeterRecording Recording => _stream?.Recording ?? throw new InvalidOperationException("The meter was not started.");

    /// <summary>Stops what an earlier run began, and reads the calibration.</summary>
    /// <param name="port">Open; closed by the monitor, also when this fails.</param>
    /// <param name="options">How.</param>
    /// <param name="time">For deadlines, and for the check of the number of samples.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="ArgumentException">There is no such input.</exception>
    /// <exception cref="MeterException">Something else answers.</exception>
    /// <exception cref="LinkException">The link failed.</exception>
    public static async ValueTask<Ppk2Monitor> OpenAsync(ISerialPort port, Ppk2Options options, TimeProvider time, CancellationToken ct)
    {
        if (options.Input is < 0 or > 7)
            throw new ArgumentException("The inputs are 0 to 7.", nameof(options));
        var monitor = new Ppk2Monitor(port, options, time);
        try
        {
            await monitor.SendAsync([Ppk2Command.AverageStop], ct);
            monitor._calibration = await monitor.ReadCalibrationAsync(ct);
            monitor.Identity = new MonitorIdentity("PPK2", monitor._calibration.Id, monitor._calibration.Hardware);
            return monitor;
        }
        catch
        {
            await monitor._pump.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask SupplyAsync(double volts, CancellationToken ct)
    {
        if (!(volts >= LowestVoltage && volts <= HighestVoltage))
            throw new MeterException(_name, MeterFault.NotSupported, string.Create(CultureInfo.InvariantCulture, $"has no range for {volts} V; expected {LowestVoltage} to {HighestVoltage}"));
        int millivolts = (int)Math.Round(volts * 1000);
        await SendAsync([Ppk2Command.SetPowerMode, (byte)(_options.Mode == Ppk2Mode.Source ? 2 : 1)], ct);
        await SendAsync([Ppk2Command.RegulatorSet, (byte)(millivolts >> 8), (byte)millivolts], ct);
        await SendAsync([Ppk2Command.DeviceRunningSet, 1], ct);
        _volts = millivolts / 1000.0;
    }

    /// <inheritdoc/>
    public async ValueTask StartAsync(CancellationToken ct)
    {
        double volts = _volts ?? throw new InvalidOperationException("The supply was not set.");
        var recording = new MeterRecording(new TraceHeader
        {
            Source = _name,
            SampleRate = SampleRate,
            Quantity = TraceQuantity.Current,
            SupplyVolts = volts,
            Channels = [string.Create(CultureInfo.InvariantCulture, $"D{_options.Input}")],
            Start = _time.GetUtcNow(),
            Meter = Identity.ToString(),
        });
        _stream = new Ppk2Stream(recording, new Ppk2Converter(_calibration, volts), _options.Input, _time);
        await SendAsync([Ppk2Command.AverageStart], ct);
        _pump.Silence = _options.Timeouts.Sample;
        await recording.WaitAsync(found => found.Position > 0, "the first sample", _options.Timeouts.Answer, _time, ct);
    }

    /// <inheritdoc/>
    public async ValueTask StopAsync(CancellationToken ct)
    {
        Ppk2Stream stream = _stream ?? throw new InvalidOperationException("The meter was not started.");
        _pump.Silence = TimeSpan.Zero;
        stream.ExpectText();
        await SendAsync([Ppk2Command.AverageStop], ct);
        await ReadCalibrationAsync(ct);
        stream.Complete();
    }

    /// <summary>Stops it, switches the supply off where it still listens, and closes the port.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await SendAsync([Ppk2Command.AverageStop, Ppk2Command.DeviceRunningSet, 0], CancellationToken.None);
        }
        catch (TinyBenchException)
        {
            // Whoever measured was told already.
        }
        finally
        {
            await _pump.DisposeAsync();
        }
    }

    private ValueTask SendAsync(byte[] command, CancellationToken ct) => _pump.WriteAsync(command, _options.Timeouts.Answer, "a command", ct);

    // Samples of an earlier run may stand before the text, and inside it: then it is asked for again.
    private async ValueTask<Ppk2Calibration> ReadCalibrationAsync(CancellationToken ct)
    {
        string text = "";
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            await SendAsync([Ppk2Command.GetMetadata], ct);
            text = await _texts.FindAsync(found => found, $"{_name}, calibration", "its end", _options.Timeouts.Answer, ct);
            if (Ppk2Calibration.TryParse(text, out Ppk2Calibration calibration))
                return calibration;
        }

        throw new MeterException(_name, MeterFault.NotTheMeter, $"gives a calibration of {text.Length} characters that cannot be read; expected lines such as R0: 1031.64");
    }

    private void Consume(ReadOnlyMemory<byte> bytes)
    {
        if (_stream is { HasEnded: false } stream)
        {
            bytes = stream.Take(bytes);
            stream.Recording.Announce();
        }

        _text.AddRange(bytes.Span);
        Span<byte> all = CollectionsMarshal.AsSpan(_text);
        int head = all.LastIndexOf(Ppk2Calibration.Head);
        int end = head < 0 ? -1 : all[head..].IndexOf(Ppk2Calibration.Tail);
        if (end >= 0)
        {
            _texts.Add(Encoding.ASCII.GetString(all.Slice(head, end)));
            _text.Clear();
        }
        else if (head < 0 && _text.Count > Ppk2Calibration.Head.Length)
        {
            _text.RemoveRange(0, _text.Count - Ppk2Calibration.Head.Length);
        }
    }

    private void Fail(TinyBenchException failure)
    {
        _stream?.Recording.Fail(failure);
        _texts.Fail(failure);
    }
}
