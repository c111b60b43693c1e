using System.Net;
using System.Net.Sockets;
using Tiny.Bench.Boards.Targets;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Links;

/// <summary>A board behind a socket, and the port that is connected to it.</summary>
internal sealed class SocketBoard : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly Socket _socket;

    private SocketBoard(TemporaryFolder folder, Socket socket, ISerialPort port, string address)
    {
        _folder = folder;
        _socket = socket;
        Port = port;
        Address = address;
    }

    public ISerialPort Port { get; }

    public string Address { get; }

    public static async Task<SocketBoard> StartAsync(bool local, CancellationToken ct)
    {
        var folder = new TemporaryFolder();
        using Socket listener = local
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(local ? new UnixDomainSocketEndPoint(folder["board.sock"]) : new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        string address = local ? $"unix://{folder["board.sock"]}" : $"tcp://127.0.0.1:{((IPEndPoint)listener.LocalEndPoint!).Port}";
        ISerialPort port = await SerialPorts.OpenAsync(TargetAddress.Parse(address), ct);
        return new SocketBoard(folder, await listener.AcceptAsync(ct), port, address);
    }

    public async Task SendAsync(byte[] bytes, CancellationToken ct)
    {
        for (int at = 0; at < bytes.Length;)
            at += await _socket.SendAsync(bytes.AsMemory(at), ct);
    }

    public async Task<byte[]> ReceiveAsync(int count, CancellationToken ct)
    {
        byte[] bytes = new byte[count];
        for (int at = 0; at < count;)
            at += await _socket.ReceiveAsync(bytes.AsMemory(at), ct);
        return bytes;
    }

    public void Close() => _socket.Dispose();

    public async ValueTask DisposeAsync()
    {
        await Port.DisposeAsync();
        _socket.Dispose();
        _folder.Dispose();
    }
}
