using System.Net.Sockets;

namespace Tiny.Bench.Boards.Virtual;

/// <summary>The timestamp pin of a virtual board: a socket that <c>--pin</c> of the host firmware connects to. Owns socket and folder. POSIX only.</summary>
public sealed class PinLine : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly Socket _listener;
    private readonly Action _pulsed;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    private PinLine(DirectoryInfo folder, Socket listener, Action pulsed)
    {
        _folder = folder;
        _listener = listener;
        _pulsed = pulsed;
        Path = System.IO.Path.Combine(folder.FullName, "pin");
        listener.Bind(new UnixDomainSocketEndPoint(Path));
        listener.Listen();
        _loop = Task.Run(RunAsync);
    }

    /// <summary>Where the socket is.</summary>
    public string Path { get; }

    /// <summary>Begins to listen.</summary>
    /// <param name="pulsed">Called at each falling edge.</param>
    public static PinLine Listen(Action pulsed)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("tinybench-pin-");
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            return new PinLine(folder, listener, pulsed);
        }
        catch
        {
            listener.Dispose();
            folder.Delete(recursive: true);
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _listener.Dispose();
        _folder.Delete(recursive: true);
        _stop.Dispose();
    }

    // One board after the other: a board that is started again is another process.
    private async Task RunAsync()
    {
        var levels = new byte[64];
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using Socket board = await _listener.AcceptAsync(_stop.Token);
                for (int count = 1; count > 0;)
                {
                    count = await board.ReceiveAsync(levels, _stop.Token);
                    for (int pulse = levels.AsSpan(0, count).Count((byte)'0'); pulse > 0; pulse--)
                        _pulsed();
                }
            }
            catch (Exception end) when (end is SocketException or OperationCanceledException)
            {
                // The board has gone, or this was closed.
            }
        }
    }
}
