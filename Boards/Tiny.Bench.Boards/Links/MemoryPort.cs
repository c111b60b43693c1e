namespace Tiny.Bench.Boards.Links;

/// <summary>One end of a link inside this process: what is written to it is read from the other end.</summary>
public sealed class MemoryPort : ISerialPort
{
    /// <summary>Bytes that a direction holds before its writer waits, unless told otherwise: the buffer of a USB serial adapter.</summary>
    public const int DefaultCapacity = 4096;

    private readonly ByteQueue _input;
    private readonly ByteQueue _output;
    private volatile bool _disposed;

    private MemoryPort(string name, ByteQueue input, ByteQueue output)
    {
        Name = name;
        _input = input;
        _output = output;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Makes both ends. Closing one is the loss of the link at the other, after what was sent has been read.</summary>
    /// <param name="name">The name of both.</param>
    /// <param name="capacity">At least 1.</param>
    public static (MemoryPort Host, MemoryPort Device) CreatePair(string name, int capacity = DefaultCapacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        var toDevice = new ByteQueue(capacity);
        var toHost = new ByteQueue(capacity);
        return (new MemoryPort(name, toHost, toDevice), new MemoryPort(name, toDevice, toHost));
    }

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfZero(buffer.Length, nameof(buffer));
        ObjectDisposedException.ThrowIf(_disposed, this);
        int count = await _input.ReadAsync(buffer, ct);
        ObjectDisposedException.ThrowIf(_disposed, this);
        return count > 0 ? count : throw new LinkLostException(Name, "end of file");
    }

    /// <inheritdoc/>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> data, CancellationToken ct)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (!await _output.WriteAsync(data, ct))
            throw new LinkLostException(Name, "the other end is closed");
    }

    /// <inheritdoc/>
    public void DiscardInput() => _input.Clear();

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Close();
        return ValueTask.CompletedTask;
    }

    /// <summary>What <see cref="DisposeAsync"/> does: nothing of it waits.</summary>
    internal void Close()
    {
        _disposed = true;
        _input.End();
        _output.End();
    }
}
