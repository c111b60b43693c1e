namespace Tiny.Bench.Boards.Links;

/// <summary>A stream of bytes to and from a device. Whoever opens it closes it; at most one read and one write run at a time.</summary>
/// <remarks>
/// Nothing translates a byte on its way: no line ends, no flow control, no signals. Both calls end with a <see cref="LinkLostException"/>
/// when the device goes away, and with an <see cref="OperationCanceledException"/> at once when they are cancelled. Deadlines are the caller's.
/// </remarks>
public interface ISerialPort : IAsyncDisposable
{
    /// <summary>How errors name it: <c>/dev/ttyACM0</c>, <c>tcp://host:port</c>.</summary>
    string Name { get; }

    /// <summary>Waits for at least 1 byte; a cancelled read has taken none.</summary>
    /// <returns>How many bytes were put at the front of <paramref name="buffer"/>, 1 to its length.</returns>
    /// <exception cref="LinkLostException">The device is gone, and everything that it sent was read.</exception>
    ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken ct);

    /// <summary>Returns when all bytes are handed to the operating system; a cancelled write may have sent a part.</summary>
    /// <exception cref="LinkLostException">The device is gone.</exception>
    ValueTask WriteAsync(ReadOnlyMemory<byte> data, CancellationToken ct);

    /// <summary>Throws away what has arrived and was not read.</summary>
    void DiscardInput();
}
