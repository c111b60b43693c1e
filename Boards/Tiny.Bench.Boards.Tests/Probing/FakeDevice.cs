using System.Runtime.Versioning;
using System.Text;
using Tiny.Bench.Boards.Links.Posix;

namespace Tiny.Bench.Boards.Probing;

/// <summary>A device on a pseudo-terminal that answers commands as a table says, and remembers what it was sent.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class FakeDevice : IAsyncDisposable
{
    private readonly Pty _pty = Pty.Open(stayOpen: true);
    private readonly CancellationTokenSource _end = new();
    private readonly Func<string, string?> _answer;
    private readonly Task _loop;
    private string _received = "";

    /// <summary>Creates it.</summary>
    /// <param name="answer">The reply to a command without its percent sign; null for silence.</param>
    /// <param name="halfCommand">What a host that broke off had sent before.</param>
    public FakeDevice(Func<string, string?> answer, string halfCommand = "")
    {
        _answer = answer;
        _received = halfCommand;
        _loop = Task.Run(LoopAsync);
    }

    public string Path => _pty.Path;

    public List<string> Commands { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _loop;
        _pty.Dispose();
        _end.Dispose();
    }

    private async Task LoopAsync()
    {
        byte[] buffer = new byte[64];
        try
        {
            while (true)
            {
                int count = await _pty.Board.ReadAsync(buffer, _end.Token);
                _received += Encoding.Latin1.GetString(buffer, 0, count);
                for (int end = _received.IndexOf('%', StringComparison.Ordinal); end >= 0; end = _received.IndexOf('%', StringComparison.Ordinal))
                {
                    string command = _received[..end];
                    _received = _received[(end + 1)..];
                    Commands.Add(command);
                    if (_answer(command) is { } reply)
                        await _pty.Board.WriteAsync(Encoding.Latin1.GetBytes(reply), _end.Token);
                }
            }
        }
        catch (OperationCanceledException)
        {
        }
    }
}
