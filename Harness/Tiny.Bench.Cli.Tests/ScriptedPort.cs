using System.Text;
using System.Threading.Channels;
using Tiny.Bench.Boards.Links;

namespace Tiny.Bench.Cli;

/// <summary>A device in memory that answers commands as a table says.</summary>
internal sealed class ScriptedPort(string name, Func<string, string> answer) : ISerialPort
{
    private readonly Channel<byte> _toHost = Channel.CreateUnbounded<byte>();
    private string _received = "";

    public string Name => name;

    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken ct)
    {
        byte letter = await _toHost.Reader.ReadAsync(ct);
        buffer.Span[0] = letter;
        return 1;
    }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> data, CancellationToken ct)
    {
        _received += Encoding.ASCII.GetString(data.Span);
        while (_received.IndexOf('%', StringComparison.Ordinal) is >= 0 and int end)
        {
            foreach (byte letter in Encoding.ASCII.GetBytes(answer(_received[..end])))
                _toHost.Writer.TryWrite(letter);
            _received = _received[(end + 1)..];
        }

        return ValueTask.CompletedTask;
    }

    public void DiscardInput()
    {
        while (_toHost.Reader.TryRead(out _))
        {
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
