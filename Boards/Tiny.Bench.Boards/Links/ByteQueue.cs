namespace Tiny.Bench.Boards.Links;

/// <summary>Bytes on their way from a writer to a reader; a full queue holds the writer up.</summary>
internal sealed class ByteQueue
{
    private readonly Lock _lock = new();
    private readonly byte[] _ring;
    private int _first;
    private int _count;
    private bool _ended;
    private TaskCompletionSource? _reader;
    private TaskCompletionSource? _writer;

    /// <summary>Makes an empty queue for so many bytes.</summary>
    public ByteQueue(int capacity) => _ring = new byte[capacity];

    /// <summary>Waits for at least 1 byte; 0 when the queue has ended and is empty.</summary>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken ct)
    {
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            Task wait;
            lock (_lock)
            {
                int taken = Take(buffer.Span);
                if (taken > 0 || _ended)
                    return taken;
                wait = Await(ref _reader);
            }

            await wait.WaitAsync(ct);
        }
    }

    /// <summary>Waits until all bytes are in the queue; false when it has ended.</summary>
    public async ValueTask<bool> WriteAsync(ReadOnlyMemory<byte> data, CancellationToken ct)
    {
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            Task wait;
            lock (_lock)
            {
                if (_ended)
                    return false;
                data = data[Put(data.Span)..];
                if (data.IsEmpty)
                    return true;
                wait = Await(ref _writer);
            }

            await wait.WaitAsync(ct);
        }
    }

    /// <summary>Throws away what is in it.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _count = 0;
            _writer?.TrySetResult();
        }
    }

    /// <summary>Nothing more goes in; what is in it can still be read.</summary>
    public void End()
    {
        lock (_lock)
        {
            _ended = true;
            _reader?.TrySetResult();
            _writer?.TrySetResult();
        }
    }

    private int Take(Span<byte> buffer)
    {
        int count = Math.Min(buffer.Length, _count);
        for (int index = 0; index < count; index++)
            buffer[index] = _ring[(_first + index) % _ring.Length];
        _first = (_first + count) % _ring.Length;
        _count -= count;
        if (count > 0)
            _writer?.TrySetResult();
        return count;
    }

    private int Put(ReadOnlySpan<byte> data)
    {
        int count = Math.Min(data.Length, _ring.Length - _count);
        for (int index = 0; index < count; index++)
            _ring[(_first + _count + index) % _ring.Length] = data[index];
        _count += count;
        if (count > 0)
            _reader?.TrySetResult();
        return count;
    }

    private static Task Await(ref TaskCompletionSource? slot)
    {
        slot = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return slot.Task;
    }
}
