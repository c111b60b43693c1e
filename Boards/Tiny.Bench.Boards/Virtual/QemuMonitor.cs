using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Tiny.Bench.Boards.Virtual;

/// <summary>QEMU's machine protocol: one JSON object a line, one command in flight. Made for one caller at a time.</summary>
/// <remarks>Source: QEMU docs/interop/qmp-spec.rst.</remarks>
internal sealed class QemuMonitor : IDisposable
{
    private readonly string _name;
    private readonly NetworkStream _stream;
    private readonly StreamReader _lines;

    private QemuMonitor(string name, Socket socket)
    {
        _name = name;
        _stream = new NetworkStream(socket, ownsSocket: true);
        _lines = new StreamReader(_stream, Encoding.UTF8);
    }

    /// <summary>Takes over a fresh connection: reads the greeting and leaves the negotiation behind.</summary>
    /// <param name="name">How errors name the board.</param>
    /// <param name="socket">The connection; the monitor closes it.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="QemuException">What answers is not QEMU.</exception>
    public static async Task<QemuMonitor> OpenAsync(string name, Socket socket, CancellationToken ct)
    {
        var monitor = new QemuMonitor(name, socket);
        try
        {
            using JsonDocument greeting = await monitor.ReadAsync("its greeting", ct);
            if (!greeting.RootElement.TryGetProperty("QMP", out _))
                throw new QemuException(name, $"the monitor greeted with {greeting.RootElement.GetRawText()}; expected a member QMP");
            await monitor.ExecuteAsync("qmp_capabilities", ct);
            return monitor;
        }
        catch
        {
            monitor.Dispose();
            throw;
        }
    }

    /// <summary>Sends a command without arguments and returns what it returned. Events in between are dropped.</summary>
    /// <exception cref="QemuException">QEMU refused it, or has ended.</exception>
    public async Task<JsonElement> ExecuteAsync(string command, CancellationToken ct)
    {
        try
        {
            await _stream.WriteAsync(Encoding.UTF8.GetBytes($$"""{"execute":"{{command}}"}""" + "\n"), ct);
        }
        catch (IOException problem)
        {
            throw new QemuException(_name, $"the emulator has ended; expected it to take {command}", problem);
        }

        while (true)
        {
            using JsonDocument message = await ReadAsync($"the answer to {command}", ct);
            if (message.RootElement.TryGetProperty("return", out JsonElement value))
                return value.Clone();
            if (message.RootElement.TryGetProperty("error", out JsonElement error))
                throw new QemuException(_name, $"the emulator refused {command}: {error.GetRawText()}");
        }
    }

    public void Dispose()
    {
        _lines.Dispose();
        _stream.Dispose();
    }

    private async Task<JsonDocument> ReadAsync(string what, CancellationToken ct)
    {
        try
        {
            string? line = await _lines.ReadLineAsync(ct);
            return line is null
                ? throw new QemuException(_name, $"the emulator has ended; expected {what}")
                : JsonDocument.Parse(line);
        }
        catch (Exception problem) when (problem is IOException or JsonException)
        {
            throw new QemuException(_name, $"the monitor failed: {problem.Message}; expected {what}", problem);
        }
    }
}
