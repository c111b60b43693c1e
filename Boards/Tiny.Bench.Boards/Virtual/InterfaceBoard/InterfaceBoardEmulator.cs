using System.Globalization;
using System.Text;
using Tiny.Bench.Boards.Links;

namespace Tiny.Bench.Boards.Virtual.InterfaceBoard;

/// <summary>An emulated interface board of MLPerf Tiny (STM32H573I-DK) between a host and a board: it relays commands, and keeps the board's speed.</summary>
/// <remarks>
/// Source: mlcommons/tiny benchmark/interface/Application/CLI, as the recording kws01_energy_interface.txt has it. Commands are matched by
/// their beginning. It plays no sound and records no pins. Owns both ports.
/// </remarks>
public sealed class InterfaceBoardEmulator : IAsyncDisposable
{
    private const int DefaultBaud = 9600;
    private const int HighestBaud = 2_000_000;

    private readonly ISerialPort _host;
    private readonly ISerialPort _board;
    private readonly int _boardBaud;
    private readonly TimeProvider _time;
    private readonly TimeSpan _restart;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;
    private int _baud;

    private InterfaceBoardEmulator(ISerialPort host, ISerialPort board, InterfaceBoardOptions options)
    {
        _host = host;
        _board = board;
        _boardBaud = options.BoardBaud;
        _baud = options.StoredBaud;
        _restart = options.Restart;
        _time = options.Time;
        _loop = Task.Run(RunAsync);
    }

    /// <summary>Starts one.</summary>
    /// <param name="host">Its side of the link to the host.</param>
    /// <param name="board">The link to the board.</param>
    /// <param name="options">How it behaves.</param>
    public static InterfaceBoardEmulator Start(ISerialPort host, ISerialPort board, InterfaceBoardOptions options) => new(host, board, options);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        await _host.DisposeAsync();
        await _board.DisposeAsync();
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        var command = new StringBuilder();
        var buffer = new byte[256];
        try
        {
            while (true)
            {
                int count = await _host.ReadAsync(buffer, _stop.Token);
                for (int index = 0; index < count; index++)
                {
                    if (buffer[index] != (byte)'%')
                    {
                        command.Append((char)buffer[index]);
                        continue;
                    }

                    await ExecuteAsync(command.ToString());
                    command.Clear();
                }
            }
        }
        catch (Exception end) when (end is LinkException or OperationCanceledException)
        {
            // One of the two has gone, or this was closed.
        }
    }

    private async Task ExecuteAsync(string command)
    {
        if (command.StartsWith("dut ", StringComparison.Ordinal))
        {
            await PassThroughAsync(command["dut ".Length..]);
            return;
        }

        bool setsBaud = command.StartsWith("setbaud", StringComparison.Ordinal);
        if (setsBaud)
        {
            _baud = BaudOf(command);
            await SayAsync(string.Create(CultureInfo.InvariantCulture, $"set baud to: {_baud}\n"));
        }
        else if (command.StartsWith("checkbaud", StringComparison.Ordinal))
        {
            await SayAsync(string.Create(CultureInfo.InvariantCulture, $"baud is: {_baud}\r\n"));
        }
        else if (command.StartsWith("name", StringComparison.Ordinal))
        {
            await SayAsync("tinyML Enhanced Interface Board\r\n");
        }

        await SayAsync("m-ready\r\n");
        if (setsBaud)
        {
            await Task.Delay(_restart, _time, _stop.Token);
            _host.DiscardInput();
        }
    }

    private async Task PassThroughAsync(string command)
    {
        await SayAsync($"m-dut-passthrough({command})\r\nm-ready\r\n");

        // What it said unasked, its boot text, was not listened to.
        _board.DiscardInput();
        if (_baud != _boardBaud)
            return;
        await _board.WriteAsync(Encoding.Latin1.GetBytes($"{command}%"), _stop.Token);
        var buffer = new byte[256];
        var line = new StringBuilder();
        while (true)
        {
            int count = await _board.ReadAsync(buffer, _stop.Token);
            foreach (char letter in Encoding.Latin1.GetString(buffer, 0, count))
            {
                line.Append(letter);
                if (letter != '\n')
                    continue;
                string text = line.ToString();
                line.Clear();
                await SayAsync($"[dut]: {text}");
                if (text.StartsWith("m-ready", StringComparison.Ordinal))
                    return;
            }
        }
    }

    private ValueTask SayAsync(string text) => _host.WriteAsync(Encoding.Latin1.GetBytes(text), _stop.Token);

    private static int BaudOf(string command) =>
        int.TryParse(command["setbaud".Length..].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int baud) && baud is > 0 and <= HighestBaud
            ? baud
            : DefaultBaud;
}
