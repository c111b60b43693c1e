using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Tiny.Bench.Boards.Targets;

namespace Tiny.Bench.Boards.Links;

/// <summary>A board behind a network or a local socket: QEMU's serial line, ser2net. Owns the socket.</summary>
internal sealed class SocketPort : ISerialPort
{
    private static readonly TimeSpan ConnectDeadline = TimeSpan.FromSeconds(10);
    private const int MostDiscarded = 1 << 20;
    private readonly Socket _socket;

    private SocketPort(Socket socket, string name)
    {
        _socket = socket;
        Name = name;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Connects, within 10 s.</summary>
    /// <param name="address">Of scheme tcp or unix.</param>
    /// <param name="time">The clock of the deadline.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="LinkException">One of its kinds, by what is wrong.</exception>
    public static async ValueTask<SocketPort> ConnectAsync(TargetAddress address, TimeProvider time, CancellationToken ct)
    {
        bool local = address.Scheme == TargetScheme.Unix;
        string name = address.ToString();
        Socket socket = local
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var deadline = new CancellationTokenSource(ConnectDeadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, deadline.Token);
        try
        {
            EndPoint end = local ? LocalEnd(address) : new DnsEndPoint(address.Name.Trim('[', ']'), address.Port!.Value);
            await socket.ConnectAsync(end, either.Token);
            return new SocketPort(socket, name);
        }
        catch (Exception error)
        {
            socket.Dispose();
            if (error is OperationCanceledException && !ct.IsCancellationRequested)
                throw new LinkTimeoutException(name, "a connection", ConnectDeadline);
            if (error is SocketException refused)
                throw Opening(name, refused);
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfZero(buffer.Length, nameof(buffer));
        try
        {
            int count = await _socket.ReceiveAsync(buffer, ct);
            return count > 0 ? count : throw new LinkLostException(Name, "end of file");
        }
        catch (SocketException error)
        {
            throw Using(error);
        }
    }

    /// <inheritdoc/>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> data, CancellationToken ct)
    {
        try
        {
            while (!data.IsEmpty)
                data = data[await _socket.SendAsync(data, ct)..];
        }
        catch (SocketException error)
        {
            throw Using(error);
        }
    }

    /// <inheritdoc/>
    public void DiscardInput()
    {
        Span<byte> bytes = stackalloc byte[1024];
        try
        {
            for (int total = 0; total < MostDiscarded && _socket.Available > 0;)
                total += _socket.Receive(bytes);
        }
        catch (SocketException)
        {
            // The next read tells it, with what the caller was doing.
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private static UnixDomainSocketEndPoint LocalEnd(TargetAddress address)
    {
        try
        {
            return new UnixDomainSocketEndPoint(address.Name);
        }
        catch (ArgumentOutOfRangeException error)
        {
            throw new PortNotFoundException(address.ToString(), "the path is too long for a socket; expected at most about 100 bytes", error);
        }
    }

    private static LinkException Opening(string name, SocketException error) => error.SocketErrorCode switch
    {
        SocketError.AccessDenied => new PortAccessException(name, group: null, error),
        SocketError.ConnectionRefused => new PortNotFoundException(name, "nobody listens there", error),
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain =>
            new PortNotFoundException(name, "there is no host of that name", error),

        // What the runtime makes of ENOENT, for a local socket.
        SocketError.AddressNotAvailable => new PortNotFoundException(name, "there is no such socket; does the board run?", error),
        _ => new PortNotFoundException(name, Said(error), error),
    };

    private LinkLostException Using(SocketException error) => new(Name, Said(error), error);

    private static string Said(SocketException error) =>
        string.Create(CultureInfo.InvariantCulture, $"{error.Message}, {error.SocketErrorCode}");
}
