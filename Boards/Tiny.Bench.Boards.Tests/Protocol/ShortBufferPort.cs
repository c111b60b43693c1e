using System.Text;
using Tiny.Bench.Boards.Links;

namespace Tiny.Bench.Boards.Protocol;

/// <summary>A port whose device keeps so many characters of a command, and overwrites the last with what comes beyond.</summary>
internal sealed class ShortBufferPort(ISerialPort port, int characters) : ISerialPort
{
    public string Name => port.Name;

    public ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken ct) => port.ReadAsync(buffer, ct);

    public ValueTask WriteAsync(ReadOnlyMemory<byte> data, CancellationToken ct)
    {
        string command = Encoding.Latin1.GetString(data.Span).TrimEnd('%');
        string kept = command.Length <= characters ? command : command[..(characters - 1)] + command[^1];
        return port.WriteAsync(Encoding.Latin1.GetBytes(kept + "%"), ct);
    }

    public void DiscardInput() => port.DiscardInput();

    public ValueTask DisposeAsync() => port.DisposeAsync();
}
