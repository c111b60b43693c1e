namespace Tiny.Bench.Boards.Links;

/// <summary>A port whose traffic is kept in a transcript. Owns the port; the transcript stays the caller's, and outlives this.</summary>
public sealed class RecordingPort : ISerialPort
{
    private readonly ISerialPort _port;
    private readonly Transcript _transcript;

    /// <summary>Records what passes from now on.</summary>
    public RecordingPort(ISerialPort port, Transcript transcript)
    {
        _port = port;
        _transcript = transcript;
    }

    /// <inheritdoc/>
    public string Name => _port.Name;

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken ct)
    {
        try
        {
            int count = await _port.ReadAsync(buffer, ct);
            _transcript.Record(LinkDirection.ToHost, buffer[..count]);
            return count;
        }
        catch (LinkException error)
        {
            _transcript.Note($"read: {error.Problem}");
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> data, CancellationToken ct)
    {
        // Before the bytes go: recorded afterwards, a command could stand behind its own answer.
        _transcript.Record(LinkDirection.ToDevice, data);
        try
        {
            await _port.WriteAsync(data, ct);
        }
        catch (Exception error) when (error is LinkException or OperationCanceledException)
        {
            _transcript.Note($"write cut short: {(error as LinkException)?.Problem ?? "cancelled"}");
            throw;
        }
    }

    /// <inheritdoc/>
    public void DiscardInput()
    {
        _port.DiscardInput();
        _transcript.Note("input discarded");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _port.DisposeAsync();
        _transcript.Note("closed");
    }
}
