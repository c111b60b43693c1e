using Tiny.Bench.Boards.Links;

namespace Tiny.Bench.Boards.Virtual.Proxy;

/// <summary>A serial line of an honest speed between a board whose own link has none and the harness, with faults on demand.</summary>
/// <remarks>
/// The UARTs of QEMU pass bytes as fast as they come. Here each takes the time of 10 bits, in each direction.
/// Owns the host's side, not the board's port, which must stay open for as long as this lives.
/// </remarks>
public sealed class PacingProxy : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private readonly List<Fault> _injected = [];
    private readonly Action _closeHost;
    private bool _disposed;

    private PacingProxy(ISerialPort board, ISerialPort host, Action closeHost, PacingOptions options)
    {
        _closeHost = closeHost;
        var cut = new CutLine();
        Completion = RunAsync(
            new ProxyLine(LinkDirection.ToDevice, host, board, options, cut, Log),
            new ProxyLine(LinkDirection.ToHost, board, host, options, cut, Log));
    }

    /// <summary>Ends when nothing passes any more.</summary>
    /// <remarks>With the <see cref="LinkLostException"/> of a lost side, or what the reset button threw; without an error when this was closed.</remarks>
    public Task Completion { get; }

    /// <summary>The faults that have happened, in that order.</summary>
    public IReadOnlyList<Fault> Injected
    {
        get
        {
            lock (_lock)
                return [.. _injected];
        }
    }

    /// <summary>Starts a proxy for the harness in this process.</summary>
    /// <param name="board">The board's own link.</param>
    /// <param name="options">Speed and faults.</param>
    /// <param name="port">The paced link. The caller may close it, which ends the proxy.</param>
    /// <exception cref="ArgumentException">The options cannot be carried out.</exception>
    public static PacingProxy Start(ISerialPort board, PacingOptions options, out ISerialPort port)
    {
        Validate(options);
        (MemoryPort host, MemoryPort device) = MemoryPort.CreatePair(board.Name);
        port = host;
        return new PacingProxy(board, device, device.Close, options);
    }

    /// <summary>Starts a proxy with a device of its own, that other programs can open, close and open again. Linux and macOS.</summary>
    /// <param name="board">The board's own link.</param>
    /// <param name="options">Speed and faults.</param>
    /// <param name="link">Path of a symbolic link to make to the device; deleted at the end. Null for none.</param>
    /// <param name="path">Where to open it: the symbolic link, or <c>/dev/pts/N</c>.</param>
    /// <exception cref="ArgumentException">The options cannot be carried out.</exception>
    /// <exception cref="PortSettingException">The device or the link cannot be made.</exception>
    public static PacingProxy StartOnPty(ISerialPort board, PacingOptions options, string? link, out string path)
    {
        Validate(options);
        var pty = PtyLink.Open(link);
        path = pty.Path;
        return new PacingProxy(board, pty.Board, pty.Dispose, options);
    }

    /// <summary>Ends the lines and closes the host's side.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_disposed)
            await _stop.CancelAsync();
        await Completion.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _disposed = true;
        _stop.Dispose();
    }

    private static void Validate(PacingOptions options)
    {
        string[] problems = [.. options.Problems()];
        if (problems.Length > 0)
            throw new ArgumentException(string.Join(' ', problems), nameof(options));
    }

    private async Task RunAsync(ProxyLine toDevice, ProxyLine toHost)
    {
        Task[] lines = [toDevice.RunAsync(_stop.Token), toHost.RunAsync(_stop.Token)];
        Task first = await Task.WhenAny(lines);
        await _stop.CancelAsync();
        await Task.WhenAll(lines).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        toDevice.Dispose();
        toHost.Dispose();
        _closeHost();
        if (first.IsFaulted)
            await first;
    }

    private void Log(Fault fault)
    {
        lock (_lock)
            _injected.Add(fault);
    }
}
