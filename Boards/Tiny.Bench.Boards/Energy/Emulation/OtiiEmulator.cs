using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Tiny.Bench.Boards.Links;

namespace Tiny.Bench.Boards.Energy.Emulation;

/// <summary>An emulated Otii program with an Arc: the requests that the driver makes, answered as its server does. Owns its side of the port.</summary>
/// <remarks>Of its faults it knows unplugging, silence and an overcurrent; a stream that could lose samples there is none.</remarks>
public sealed class OtiiEmulator : IAsyncDisposable
{
    private const int SampleRate = 4000;
    private const string Device = MonitorIdentity.EmulatedId;

    private readonly ISerialPort _port;
    private readonly IEmulatedLoad _load;
    private readonly MeterEmulation _emulation;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;
    private long _began;
    private TimeSpan? _ended;
    private double _mostAmperes = 5;
    private bool _powered;

    private OtiiEmulator(ISerialPort port, IEmulatedLoad load, MeterEmulation emulation)
    {
        _port = port;
        _load = load;
        _emulation = emulation;
        _loop = Task.Run(RunAsync);
    }

    /// <summary>Starts one at the server's side of a connection.</summary>
    public static OtiiEmulator Start(ISerialPort port, IEmulatedLoad load, MeterEmulation emulation) => new(port, load, emulation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        await _port.DisposeAsync();
        _stop.Dispose();
    }

    private TimeSpan Elapsed => _ended ?? _emulation.Time.GetElapsedTime(_began);

    private async Task RunAsync()
    {
        var line = new List<byte>();
        var buffer = new byte[1024];
        try
        {
            await SendAsync(new JsonObject { ["type"] = "information", ["info"] = "connected", ["data"] = new JsonObject { ["otii_version"] = _emulation.Firmware } });
            while (true)
            {
                int count = await _port.ReadAsync(buffer, _stop.Token);
                foreach (byte letter in buffer.AsMemory(0, count).ToArray())
                {
                    line.Add(letter);
                    if (letter != (byte)'\n')
                        continue;
                    JsonObject request = JsonNode.Parse(line.ToArray())!.AsObject();
                    line.Clear();
                    if (Happened(MeterFaultKind.Unplug))
                    {
                        await _port.DisposeAsync();
                        return;
                    }

                    if (!Happened(MeterFaultKind.Silence))
                        await AnswerAsync(request);
                }
            }
        }
        catch (Exception end) when (end is LinkException or OperationCanceledException or ObjectDisposedException)
        {
            // The host has gone, or this was closed.
        }
    }

    private bool Happened(MeterFaultKind kind) => _began != 0 && _emulation.Faults.Any(fault => fault.Kind == kind && fault.Time <= Elapsed);

    private async ValueTask AnswerAsync(JsonObject request)
    {
        string command = (string)request["cmd"]!;
        JsonObject? data = Execute(command, request["data"]?.AsObject() ?? []);
        var answer = new JsonObject { ["type"] = data is null ? "error" : "response", ["cmd"] = command, ["trans_id"] = (string)request["trans_id"]! };
        if (data is null)
            answer["errorcode"] = "Unknown command";
        else
            answer["data"] = data;
        await SendAsync(answer);
    }

    // Null for a request that it does not know.
    private JsonObject? Execute(string command, JsonObject data)
    {
        switch (command)
        {
            case "otii_get_devices":
                return new JsonObject { ["devices"] = new JsonArray(new JsonObject { ["device_id"] = Device, ["name"] = "Arc", ["type"] = "Arc" }) };
            case "otii_get_active_project":
                return new JsonObject { ["project_id"] = -1 };
            case "otii_create_project":
                return new JsonObject { ["project_id"] = 1 };
            case "arc_set_max_current":
                _mostAmperes = (double)data["value"]!;
                return [];
            case "arc_set_main":
                _powered = (bool)data["enable"]!;
                return [];
            case "arc_set_main_voltage" or "arc_enable_exp_port" or "arc_enable_channel":
                return [];
            case "arc_get_channel_samplerate":
                return new JsonObject { ["value"] = SampleRate };
            case "project_start_recording":
                _began = _emulation.Time.GetTimestamp();
                _load.Begin(_emulation.Time.GetElapsedTime(0, _began));
                return [];
            case "project_stop_recording":
                _ended = Elapsed;
                return [];
            case "project_get_last_recording":
                return new JsonObject { ["recording_id"] = 1, ["name"] = "Recording 1" };
            case "recording_get_channel_data_count":
                return new JsonObject { ["count"] = (string)data["channel"]! == "i1" ? 1 + (2 * _load.Pulses(Elapsed)) : (long)(Elapsed.TotalSeconds * SampleRate) };
            case "recording_get_channel_data":
                return (string)data["channel"]! == "i1" ? Edges((int)data["index"]!, (int)data["count"]!) : Currents((long)data["index"]!, (int)data["count"]!);
            default:
                return null;
        }
    }

    private JsonObject Currents(long first, int count)
    {
        var values = new JsonArray();
        for (int index = 0; index < count; index++)
        {
            var time = TimeSpan.FromSeconds((first + index + 0.5) / SampleRate);
            double amperes = _powered ? _load.Amperes(time) * (1 + _emulation.GainError) : 0;
            bool over = Happened(MeterFaultKind.Overcurrent) && _emulation.Faults.Any(fault => fault.Kind == MeterFaultKind.Overcurrent && fault.Time <= time);
            values.Add(over ? _mostAmperes : amperes);
        }

        return new JsonObject { ["data_type"] = "analog", ["timestamp"] = first / (double)SampleRate, ["interval"] = 1.0 / SampleRate, ["values"] = values };
    }

    // The level at the start, then down and up again at each pulse. A pulse is looked for to the sample.
    private JsonObject Edges(int first, int count)
    {
        var values = new JsonArray();
        for (int index = first; index < first + count; index++)
            values.Add(new JsonObject { ["timestamp"] = index == 0 ? 0 : TimeOf((index + 1) / 2), ["value"] = index % 2 == 0 });
        return new JsonObject { ["data_type"] = "digital", ["values"] = values };
    }

    private double TimeOf(int pulse)
    {
        long low = 0, high = (long)(Elapsed.TotalSeconds * SampleRate) + 1;
        while (low < high)
        {
            long middle = (low + high) / 2;
            if (_load.Pulses(TimeSpan.FromSeconds(middle / (double)SampleRate)) >= pulse)
                high = middle;
            else
                low = middle + 1;
        }

        return low / (double)SampleRate;
    }

    private ValueTask SendAsync(JsonObject message) =>
        _port.WriteAsync(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{message.ToJsonString()}\r\n")), _stop.Token);
}
