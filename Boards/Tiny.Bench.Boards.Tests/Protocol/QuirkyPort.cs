using System.Text;
using Tiny.Bench.Boards.Links;

namespace Tiny.Bench.Boards.Protocol;

/// <summary>A port whose device's text is changed on its way, as boards with their own habits would print it.</summary>
internal sealed class QuirkyPort(ISerialPort port, Func<string, string> change) : ISerialPort
{
    private readonly Queue<byte> _pending = [];
    private readonly StringBuilder _line = new();

    /// <summary>Whether commands come back before their answers.</summary>
    public bool Echoes { get; init; }

    /// <summary>Text that arrives when the port is first written to: a device that the opening reset.</summary>
    public string BootText { get; set; } = "";

    public string Name => port.Name;

    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken ct)
    {
        while (_pending.Count == 0)
        {
            var received = new byte[256];
            int count = await port.ReadAsync(received, ct);
            foreach (char letter in Encoding.Latin1.GetString(received, 0, count))
            {
                _line.Append(letter);
                if (letter != '\n')
                    continue;
                Enqueue(change(_line.ToString()));
                _line.Clear();
            }
        }

        int taken = 0;
        while (taken < buffer.Length && _pending.TryDequeue(out byte value))
            buffer.Span[taken++] = value;
        return taken;
    }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> data, CancellationToken ct)
    {
        Enqueue(BootText);
        BootText = "";
        if (Echoes)
            Enqueue(Encoding.Latin1.GetString(data.Span));
        return port.WriteAsync(data, ct);
    }

    public void DiscardInput() => port.DiscardInput();

    public ValueTask DisposeAsync() => port.DisposeAsync();

    private void Enqueue(string text)
    {
        foreach (byte value in Encoding.Latin1.GetBytes(text))
            _pending.Enqueue(value);
    }
}
