using System.Text;
using Tiny.Bench.Boards.Links;

namespace Tiny.Bench.Boards.Protocol;

/// <summary>One command in flight at a time, each answered by lines up to <c>m-ready</c> (protocol.md section 2). Owns its port.</summary>
public sealed partial class DeviceConnection : IAsyncDisposable
{
    // Longer than any answer of the protocol: a result vector, a page of help. A device that chatters on is cut off, not collected.
    private const int LongestLine = 64 * 1024;
    private const int LongestReply = 1024 * 1024;

    private static ReadOnlySpan<byte> Ready => "m-ready"u8;

    private readonly ISerialPort _port;
    private readonly TimeProvider _time;
    private readonly byte[] _received = new byte[16 * 1024];
    private int _start;
    private int _end;

    // 2 behind an interface board that adds its own m-ready to the device's; learned while getting into step.
    private int _readiesPerReply = 1;

    /// <summary>Takes over an open port.</summary>
    public DeviceConnection(ISerialPort port, ProtocolTimeouts timeouts, TimeProvider time)
    {
        _port = port;
        Timeouts = timeouts;
        _time = time;
    }

    /// <summary>The port's name.</summary>
    public string Name => _port.Name;

    /// <summary>How long the device may take.</summary>
    public ProtocolTimeouts Timeouts { get; }

    /// <summary>Sends a command and collects its answer.</summary>
    /// <param name="command">Without <c>%</c>; not empty.</param>
    /// <param name="payload">Raw bytes that follow the command at once (section 7.3); may be empty.</param>
    /// <param name="lineTimeout">For each line; null for <see cref="ProtocolTimeouts.Line"/>.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="LinkTimeoutException">A line did not come in time; the link is out of step.</exception>
    /// <exception cref="LinkLostException">The device is gone.</exception>
    /// <exception cref="ProtocolException">The answer has no end.</exception>
    public async ValueTask<DeviceReply> ExchangeAsync(
        string command, ReadOnlyMemory<byte> payload, TimeSpan? lineTimeout, CancellationToken ct)
    {
        await SendAsync(command, payload, ct);
        return await ReadReplyAsync(command, lineTimeout ?? Timeouts.Line, ct);
    }

    /// <summary>Sends a command without payload and collects its answer within the usual time.</summary>
    public ValueTask<DeviceReply> ExchangeAsync(string command, CancellationToken ct) => ExchangeAsync(command, default, null, ct);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _port.DisposeAsync();

    /// <summary>Sends a command and its payload in one write.</summary>
    internal async ValueTask SendAsync(string command, ReadOnlyMemory<byte> payload, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrEmpty(command);
        var message = new byte[command.Length + 1 + payload.Length];
        Encoding.ASCII.GetBytes(command, message);
        message[command.Length] = (byte)'%';
        payload.CopyTo(message.AsMemory(command.Length + 1));
        await WithinAsync(
            Timeouts.Inference,
            $"the link to take {command}",
            async token =>
            {
                await _port.WriteAsync(message, token);
                return 0;
            },
            ct);
    }

    /// <summary>Collects lines up to one that holds <c>m-ready</c>, or to the second such where the device sends two.</summary>
    internal async ValueTask<DeviceReply> ReadReplyAsync(string command, TimeSpan lineTimeout, CancellationToken ct)
    {
        var lines = new List<byte[]>();
        int length = 0, readies = 0;
        while (true)
        {
            byte[] line = await ReadLineAsync($"m-ready after {command}", lineTimeout, ct);
            if (line.AsSpan().IndexOf(Ready) is var ready and >= 0)
            {
                // A device that lacks a line end before it puts its last words in front.
                if (ready > 0)
                    lines.Add(line[..ready]);
                if (++readies == _readiesPerReply)
                    return new DeviceReply(command, lines);
                continue;
            }

            lines.Add(line);
            length += line.Length + 1;
            if (length > LongestReply)
                throw new ProtocolException($"{Name}, {command}", $"gives more than {LongestReply} bytes; expected m-ready before");
        }
    }

    /// <summary>Reads up to LF and drops it with every CR and NUL.</summary>
    internal async ValueTask<byte[]> ReadLineAsync(string waitedFor, TimeSpan timeout, CancellationToken ct)
    {
        var line = new List<byte>();
        while (true)
        {
            int length = _received.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            int taken = length < 0 ? _end - _start : length;
            foreach (byte value in _received.AsSpan(_start, taken))
            {
                if (value is not ((byte)'\r' or 0))
                    line.Add(value);
            }

            _start += taken;
            if (length >= 0)
            {
                _start++;
                return [.. line];
            }

            if (line.Count > LongestLine)
                throw new ProtocolException(Name, $"gives more than {LongestLine} bytes without a line end while {waitedFor} was expected");
            await FillAsync(waitedFor, timeout, ct);
        }
    }

    /// <summary>Reads exactly as many raw bytes as <paramref name="destination"/> takes.</summary>
    internal async ValueTask ReadRawAsync(Memory<byte> destination, string waitedFor, TimeSpan timeout, CancellationToken ct)
    {
        while (!destination.IsEmpty)
        {
            if (_start == _end)
                await FillAsync(waitedFor, timeout, ct);
            int taken = Math.Min(destination.Length, _end - _start);
            _received.AsMemory(_start, taken).CopyTo(destination);
            _start += taken;
            destination = destination[taken..];
        }
    }

    private async ValueTask FillAsync(string waitedFor, TimeSpan timeout, CancellationToken ct)
    {
        _start = _end = 0;
        _end = await WithinAsync(timeout, waitedFor, token => _port.ReadAsync(_received, token), ct);
    }

    private async ValueTask<T> WithinAsync<T>(TimeSpan timeout, string waitedFor, Func<CancellationToken, ValueTask<T>> wait, CancellationToken ct)
    {
        using var deadline = new CancellationTokenSource(timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, deadline.Token);
        try
        {
            return await wait(either.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw new LinkTimeoutException(Name, waitedFor, timeout);
        }
    }
}
