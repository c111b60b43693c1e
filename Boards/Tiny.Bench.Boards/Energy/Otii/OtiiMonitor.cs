using System.Text.Json;
using System.Text.Json.Nodes;
using Tiny.Bench.Boards.Energy.Traces;
using Tiny.Bench.Boards.Links;
using Tiny.Bench.Core;

namespace Tiny.Bench.Boards.Energy.Otii;

/// <summary>Qoitech's Otii Arc or Ace, through the server of its program: it supplies the board, and its input GPI1 sees the pin.</summary>
/// <remarks>
/// The program must run, with its server switched on. The recording is fetched while it grows; the server counts its samples, so that none can be
/// missing in between. Source: qoitech/otii-tcp-client-python, otii.py, arc.py, project.py, recording.py; its C# client for the form of digital channels.
/// </remarks>
public sealed class OtiiMonitor : IEnergyMonitor
{
    private const string Current = "mc";
    private const string Pin = "i1";
    private const double LowestVoltage = 0.5;
    private const double HighestVoltage = 5.0;

    private readonly OtiiConnection _connection;
    private readonly OtiiOptions _options;
    private readonly TimeProvider _time;
    private readonly string _device;
    private readonly int _project;
    private double? _volts;
    private OtiiRecording? _recording;
    private CancellationTokenSource? _stop;
    private Task _polling = Task.CompletedTask;

    private OtiiMonitor(OtiiConnection connection, OtiiOptions options, TimeProvider time, string device, int project, MonitorIdentity identity)
    {
        _connection = connection;
        _options = options;
        _time = time;
        _device = device;
        _project = project;
        Identity = identity;
    }

    /// <inheritdoc/>
    public MonitorIdentity Identity { get; }

    /// <inheritdoc/>
    public MeterRecording Recording => _recording?.Samples ?? throw new InvalidOperationException("The meter was not started.");

    /// <summary>Finds the first Arc or Ace, and the program's open project.</summary>
    /// <param name="port">Connected to the program's server; closed by the monitor, also when this fails.</param>
    /// <param name="options">How.</param>
    /// <param name="time">For deadlines.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="MeterException">It is no such server, no meter is attached, or it refuses a request.</exception>
    /// <exception cref="LinkException">The link failed.</exception>
    public static async ValueTask<OtiiMonitor> OpenAsync(ISerialPort port, OtiiOptions options, TimeProvider time, CancellationToken ct)
    {
        var connection = new OtiiConnection(port, options.Timeouts, time);
        try
        {
            string version = await connection.GreetAsync(ct);
            JsonElement[] devices = (await connection.RequestAsync("otii_get_devices", new JsonObject { ["timeout"] = 1 }, ct)).Items(connection, "devices");
            JsonElement device = devices.FirstOrDefault(found => found.Text(connection, "type") is "Arc" or "Ace");
            if (device.ValueKind != JsonValueKind.Object)
                throw new MeterException(connection.Name, MeterFault.NotTheMeter, $"lists {devices.Length} devices; expected an Arc or an Ace");
            int project = (await connection.RequestAsync("otii_get_active_project", null, ct)).Whole(connection, "project_id");
            if (project < 0)
                project = (await connection.RequestAsync("otii_create_project", null, ct)).Whole(connection, "project_id");
            string id = device.Text(connection, "device_id");
            var identity = new MonitorIdentity($"Otii {device.Text(connection, "type")}", id, version);
            return new OtiiMonitor(connection, options, time, id, project, identity);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask SupplyAsync(double volts, CancellationToken ct)
    {
        if (!(volts >= LowestVoltage && volts <= HighestVoltage))
            throw new MeterException(_connection.Name, MeterFault.NotSupported, FormattableString.Invariant($"cannot supply {volts} V; expected {LowestVoltage} to {HighestVoltage}"));
        await AskAsync("arc_set_main_voltage", "value", Math.Round(volts, 3), ct);
        await AskAsync("arc_set_max_current", "value", _options.MostAmperes, ct);
        await AskAsync("arc_enable_exp_port", "enable", true, ct);
        foreach (string channel in (string[])[Current, Pin])
            await _connection.RequestAsync("arc_enable_channel", new JsonObject { ["device_id"] = _device, ["channel"] = channel, ["enable"] = true }, ct);
        await AskAsync("arc_set_main", "enable", true, ct);
        _volts = Math.Round(volts, 3);
    }

    /// <inheritdoc/>
    public async ValueTask StartAsync(CancellationToken ct)
    {
        double volts = _volts ?? throw new InvalidOperationException("The supply was not set.");
        await _connection.RequestAsync("project_start_recording", Project(), ct);
        int id = (await _connection.RequestAsync("project_get_last_recording", Project(), ct)).Whole(_connection, "recording_id");
        int rate = (await _connection.RequestAsync("arc_get_channel_samplerate", new JsonObject { ["device_id"] = _device, ["channel"] = Current }, ct))
            .Whole(_connection, "value");
        var samples = new MeterRecording(new TraceHeader
        {
            Source = _connection.Name,
            SampleRate = rate,
            Quantity = TraceQuantity.Current,
            SupplyVolts = volts,
            Channels = ["GPI1"],
            Start = _time.GetUtcNow(),
            Meter = Identity.ToString(),
        });
        _recording = new OtiiRecording(_connection, samples, id, _device, Current, Pin, _options.MostAmperes);
        _stop = new CancellationTokenSource();
        _polling = PollAsync(_recording, _stop.Token);
    }

    /// <inheritdoc/>
    public async ValueTask StopAsync(CancellationToken ct)
    {
        OtiiRecording recording = _recording ?? throw new InvalidOperationException("The meter was not started.");
        await EndPollingAsync();
        await _connection.RequestAsync("project_stop_recording", Project(), ct);
        await recording.FetchAsync(isLast: true, ct);
        recording.Samples.Announce();
    }

    /// <summary>Switches the supply off where the program still listens, and closes the connection. The recording stays in its project.</summary>
    public async ValueTask DisposeAsync()
    {
        await EndPollingAsync();
        try
        {
            await AskAsync("arc_set_main", "enable", false, CancellationToken.None);
        }
        catch (TinyBenchException)
        {
            // Whoever measured was told already.
        }
        finally
        {
            await _connection.DisposeAsync();
        }
    }

    private async Task PollAsync(OtiiRecording recording, CancellationToken ct)
    {
        try
        {
            while (!ct.IsCancellationRequested)
            {
                // Not to be broken off in the middle of a response: the next request would read its rest.
                await recording.FetchAsync(isLast: false, CancellationToken.None);
                recording.Samples.Announce();
                await Task.Delay(_options.Poll, _time, ct);
            }
        }
        catch (OperationCanceledException)
        {
        }
        catch (TinyBenchException failure)
        {
            recording.Samples.Fail(failure);
        }
    }

    private async ValueTask EndPollingAsync()
    {
        if (_stop is null)
            return;
        await _stop.CancelAsync();
        await _polling;
        _stop.Dispose();
        _stop = null;
    }

    private JsonObject Project() => new() { ["project_id"] = _project };

    private ValueTask<JsonElement> AskAsync(string command, string member, JsonNode value, CancellationToken ct) =>
        _connection.RequestAsync(command, new JsonObject { ["device_id"] = _device, [member] = value }, ct);
}
