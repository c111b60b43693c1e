using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tiny.Bench.Boards.Links;

namespace Tiny.Bench.Boards.Energy.Otii;

/// <summary>Requests and responses of the Otii program's server: one JSON object a line, CR LF behind it. Owns the port; one request at a time.</summary>
/// <remarks>Source: qoitech/otii-tcp-client-python otii_tcp_client/otii_connection.py, connect_to_server, receive_response and send_and_receive.</remarks>
internal sealed class OtiiConnection(ISerialPort port, MeterTimeouts timeouts, TimeProvider time) : IAsyncDisposable
{
    // 40,000 values of some 25 characters.
    private const int LongestMessage = 16 << 20;

    private readonly List<byte> _received = [];
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _searched;
    private int _number;

    /// <summary>How errors name it.</summary>
    public string Name => port.Name;

    /// <summary>Waits for the message that the server greets with.</summary>
    /// <returns>Version of the program; empty when it does not tell.</returns>
    /// <exception cref="MeterException">Something else greets.</exception>
    public async ValueTask<string> GreetAsync(CancellationToken ct)
    {
        using JsonDocument greeting = await ReadAsync("its greeting", ct);
        if (TypeOf(greeting) is not "information")
            throw NotOtii("its greeting", greeting);
        return greeting.RootElement.TryGetProperty("data", out JsonElement data) && data.ValueKind == JsonValueKind.Object
            && data.TryGetProperty("otii_version", out JsonElement version) ? version.ToString() : "";
    }

    /// <summary>Sends a request and waits for its response.</summary>
    /// <param name="command">Its name.</param>
    /// <param name="data">Its arguments; null for none.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>The response's data; undefined when it has none.</returns>
    /// <exception cref="MeterException">The server refuses it, or answers what it must not.</exception>
    /// <exception cref="LinkException">The link failed.</exception>
    public async ValueTask<JsonElement> RequestAsync(string command, JsonObject? data, CancellationToken ct)
    {
        string number = (++_number).ToString(CultureInfo.InvariantCulture);
        var request = new JsonObject { ["type"] = "request", ["cmd"] = command };
        if (data is not null)
            request["data"] = data;
        request["trans_id"] = number;
        await port.WriteAsync(Encoding.UTF8.GetBytes(request.ToJsonString() + "\r\n"), timeouts.Answer, command, time, ct);
        while (true)
        {
            using JsonDocument response = await ReadAsync(command, ct);
            string? type = TypeOf(response);

            // Progress, news, and the answer to a request that was given up.
            if (type is "progress" or "information" || TextOf(response, "trans_id") != number)
                continue;
            return type switch
            {
                "response" => response.RootElement.TryGetProperty("data", out JsonElement found) ? found.Clone() : default,
                "error" => throw new MeterException($"{Name}, {command}", MeterFault.Refused, $"says \"{TextOf(response, "errorcode")}\"; expected a response. Is the Otii program logged in, with a licence for automation?"),
                _ => throw NotOtii(command, response),
            };
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => port.DisposeAsync();

    private async ValueTask<JsonDocument> ReadAsync(string command, CancellationToken ct)
    {
        while (true)
        {
            int end = _received.IndexOf((byte)'\n', _searched);
            if (end >= 0)
            {
                byte[] line = [.. _received[..end]];
                _received.RemoveRange(0, end + 1);
                _searched = 0;
                return Parse(command, line);
            }

            _searched = _received.Count;
            if (_searched > LongestMessage)
                throw new MeterException($"{Name}, {command}", MeterFault.NotTheMeter, $"sends more than {LongestMessage} bytes without a line end");
            int count = await port.ReadAsync(_buffer, timeouts.Answer, $"the answer to {command}", time, ct);
            _received.AddRange(_buffer.AsSpan(0, count));
        }
    }

    private JsonDocument Parse(string command, byte[] line)
    {
        try
        {
            return JsonDocument.Parse(line);
        }
        catch (JsonException error)
        {
            throw new MeterException($"{Name}, {command}", MeterFault.NotTheMeter, $"sends {line.Length} bytes that are no JSON; expected one object a line", error);
        }
    }

    private MeterException NotOtii(string command, JsonDocument message) =>
        new($"{Name}, {command}", MeterFault.NotTheMeter, $"sends a message of type \"{TypeOf(message)}\"; expected an Otii server");

    private static string? TypeOf(JsonDocument message) => TextOf(message, "type");

    private static string? TextOf(JsonDocument message, string member) =>
        message.RootElement.ValueKind == JsonValueKind.Object && message.RootElement.TryGetProperty(member, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
