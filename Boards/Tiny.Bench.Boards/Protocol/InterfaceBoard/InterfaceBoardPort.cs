using System.Globalization;
using System.Text;
using Tiny.Bench.Boards.Links;

namespace Tiny.Bench.Boards.Protocol.InterfaceBoard;

/// <summary>A board behind MLPerf Tiny's interface board, as if it stood at the host's own port. Owns the port.</summary>
/// <remarks>
/// A command <c>X%</c> goes out as <c>dut X%</c>. The interface board answers twice: for itself, which ends here, then with each line of the
/// board behind <c>[dut]: </c>, which is taken off. Raw payloads do not pass, so our extension does not work through it.
/// Source: mlcommons/tiny benchmark/interface/Application/CLI; spec sections in Boards/docs/meters.md.
/// </remarks>
public sealed class InterfaceBoardPort : ISerialPort
{
    /// <summary>Bytes of input in one <c>db</c> command, so that <c>dut db HEX</c> fits the interface board's buffer: as the official runner does.</summary>
    public const int InputBytesACommand = 26;

    private const int RestartAttempts = 15;
    private const int LongestLine = 64 * 1024;

    private static readonly TimeSpan RestartPatience = TimeSpan.FromSeconds(1);

    private readonly ISerialPort _port;
    private readonly List<byte> _line = [];
    private readonly Queue<byte> _out = [];

    private InterfaceBoardPort(ISerialPort port) => _port = port;

    /// <inheritdoc/>
    public string Name => $"{_port.Name} (interface board)";

    private static ReadOnlySpan<byte> Prefix => "[dut]: "u8;

    /// <summary>Asks the interface board who it is, and sets the speed of the board behind it where it is another.</summary>
    /// <param name="port">Open; closed by this, also when this fails.</param>
    /// <param name="boardBaud">Speed of the board behind it.</param>
    /// <param name="timeouts">How long it may take.</param>
    /// <param name="time">For deadlines.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="ProtocolException">Something else answers, or it does not take the speed.</exception>
    /// <exception cref="LinkException">The link failed.</exception>
    public static async ValueTask<InterfaceBoardPort> OpenAsync(ISerialPort port, int boardBaud, ProtocolTimeouts timeouts, TimeProvider time, CancellationToken ct)
    {
        try
        {
            // Only speaks over the port here; the port goes on to this.
            var connection = new DeviceConnection(port, timeouts, time);
            await connection.DrainAsync(ct);
            await RequireNameAsync(connection, timeouts.Line, ct);
            if (!await SaysAsync(connection, "checkbaud", $"baud is: {Number(boardBaud)}", ct))
                await SetBaudAsync(connection, boardBaud, ct);
            return new InterfaceBoardPort(port);
        }
        catch
        {
            await port.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfZero(buffer.Length, nameof(buffer));
        var received = new byte[1024];
        while (_out.Count == 0)
        {
            int count = await _port.ReadAsync(received, ct);
            foreach (byte letter in received.AsSpan(0, count))
            {
                _line.Add(letter);
                if (letter == (byte)'\n' || _line.Count > LongestLine)
                    TakeLine();
            }
        }

        int taken = 0;
        while (taken < buffer.Length && _out.TryDequeue(out byte value))
            buffer.Span[taken++] = value;
        return taken;
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(ReadOnlyMemory<byte> data, CancellationToken ct) => _port.WriteAsync((byte[])[.. "dut "u8, .. data.Span], ct);

    /// <inheritdoc/>
    public void DiscardInput()
    {
        _port.DiscardInput();
        _line.Clear();
        _out.Clear();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _port.DisposeAsync();

    // What does not begin with the prefix is the interface board's own word: its m-ready must not be taken for the board's.
    private void TakeLine()
    {
        ReadOnlySpan<byte> line = _line.ToArray();
        _line.Clear();
        if (!line.StartsWith(Prefix))
            return;
        foreach (byte letter in line[Prefix.Length..])
            _out.Enqueue(letter);
    }

    private static async ValueTask RequireNameAsync(DeviceConnection connection, TimeSpan patience, CancellationToken ct)
    {
        DeviceReply reply = await connection.ExchangeAsync("name", default, patience, ct);
        if (!reply.Lines.Any(line => line.AsSpan().IndexOf("Interface Board"u8) >= 0))
            throw new ProtocolException($"{connection.Name}, name", $"answers {reply.Quote()}; expected tinyML Enhanced Interface Board");
    }

    private static async ValueTask<bool> SaysAsync(DeviceConnection connection, string command, string text, CancellationToken ct)
    {
        DeviceReply reply = await connection.ExchangeAsync(command, ct);
        return reply.Lines.Any(line => Encoding.Latin1.GetString(line).Contains(text, StringComparison.Ordinal));
    }

    // It resets itself to take the speed, and hears nothing meanwhile.
    private static async ValueTask SetBaudAsync(DeviceConnection connection, int baud, CancellationToken ct)
    {
        string command = $"setbaud {Number(baud)}";
        if (!await SaysAsync(connection, command, $"set baud to: {Number(baud)}", ct))
            throw new ProtocolException($"{connection.Name}, {command}", "does not confirm the speed");
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await connection.DrainAsync(ct);
                await RequireNameAsync(connection, RestartPatience, ct);
                return;
            }
            catch (LinkTimeoutException) when (attempt < RestartAttempts)
            {
                // Not there yet.
            }
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
