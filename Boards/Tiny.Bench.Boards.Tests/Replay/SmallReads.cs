using Tiny.Bench.Boards.Links;

namespace Tiny.Bench.Boards.Replay;

/// <summary>A port whose reads bring few bytes at a time, as a slow line's do.</summary>
internal sealed class SmallReads(ISerialPort port, int most) : ISerialPort
{
    public string Name => port.Name;

    public ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken ct) => port.ReadAsync(buffer[..Math.Min(most, buffer.Length)], ct);

    public ValueTask WriteAsync(ReadOnlyMemory<byte> data, CancellationToken ct) => port.WriteAsync(data, ct);

    public void DiscardInput() => port.DiscardInput();

    public ValueTask DisposeAsync() => port.DisposeAsync();
}
