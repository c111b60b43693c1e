namespace Tiny.Bench.Boards.Links;

/// <summary>Reading and writing with a deadline.</summary>
public static class SerialPortDeadlines
{
    /// <summary>Waits for at least 1 byte, but not for ever.</summary>
    /// <param name="port">Where to read.</param>
    /// <param name="buffer">At least 1 byte long.</param>
    /// <param name="within">More than zero.</param>
    /// <param name="waitedFor">What the caller expects, for the error: "m-ready after profile".</param>
    /// <param name="time">The clock of the deadline.</param>
    /// <param name="ct">Gives up at once.</param>
    /// <returns>How many bytes were read, at least 1.</returns>
    /// <exception cref="LinkTimeoutException">Nothing came.</exception>
    public static async ValueTask<int> ReadAsync(
        this ISerialPort port, Memory<byte> buffer, TimeSpan within, string waitedFor, TimeProvider time, CancellationToken ct)
    {
        using var deadline = new CancellationTokenSource(within, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, deadline.Token);
        try
        {
            return await port.ReadAsync(buffer, either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new LinkTimeoutException(port.Name, waitedFor, within);
        }
    }

    /// <summary>Hands all bytes over, but does not wait for ever for a device that takes none.</summary>
    /// <param name="port">Where to write.</param>
    /// <param name="data">The bytes; after an error a part of them may have gone out.</param>
    /// <param name="within">More than zero.</param>
    /// <param name="what">What the bytes are, for the error: "the input of sample 7".</param>
    /// <param name="time">The clock of the deadline.</param>
    /// <param name="ct">Gives up at once.</param>
    /// <exception cref="LinkTimeoutException">The device did not take them.</exception>
    public static async ValueTask WriteAsync(
        this ISerialPort port, ReadOnlyMemory<byte> data, TimeSpan within, string what, TimeProvider time, CancellationToken ct)
    {
        using var deadline = new CancellationTokenSource(within, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, deadline.Token);
        try
        {
            await port.WriteAsync(data, either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new LinkTimeoutException(port.Name, $"room to write {what}", within);
        }
    }
}
