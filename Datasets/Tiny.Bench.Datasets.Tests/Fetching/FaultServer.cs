using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Tiny.Bench.Datasets.Fetching;

/// <summary>An HTTP server that says what a test tells it to, right or wrong, byte by byte; each request is a connection of its own.</summary>
internal sealed class FaultServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<FaultRequest, Task> _answer;
    private readonly Task _loop;
    private readonly ConcurrentBag<Task> _connections = [];

    /// <summary>Starts to listen.</summary>
    /// <param name="answer">Answers one request; the connection closes when it ends.</param>
    public FaultServer(Func<FaultRequest, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _loop = AcceptAsync();
    }

    /// <summary>Every request so far, in order.</summary>
    public ConcurrentQueue<FaultRequest> Requests { get; } = [];

    public Uri Url(string path) => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/{path}");

    /// <summary>Stops; a test may do so early, to have a server that is not there.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        await Task.WhenAll(_connections);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception problem) when (problem is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                NetworkStream stream = client.GetStream();
                string head = await ReadHeadAsync(stream);
                var request = new FaultRequest(Requests.Count, head, stream, _stop.Token);
                Requests.Enqueue(request);
                await _answer(request);
            }
            catch (Exception problem) when (problem is IOException or OperationCanceledException)
            {
                // The fetch has hung up, as it may.
            }
        }
    }

    private async Task<string> ReadHeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one, _stop.Token) == 1)
            head.Append((char)one[0]);
        return head.ToString();
    }
}

/// <summary>One request, and the way to answer it.</summary>
/// <param name="Number">0 for the first request of the server.</param>
/// <param name="Head">Request line and headers.</param>
/// <param name="Stream">The connection.</param>
/// <param name="Stop">Cancelled when the test ends.</param>
internal sealed record FaultRequest(int Number, string Head, NetworkStream Stream, CancellationToken Stop)
{
    public string Path => Head.Split(' ')[1];

    /// <summary>The first byte asked for; null without a Range.</summary>
    public int? From => Header("Range") is { } range ? int.Parse(range["bytes=".Length..^1], CultureInfo.InvariantCulture) : null;

    public string? Header(string name) =>
        Head.Split("\r\n").FirstOrDefault(line => line.StartsWith($"{name}: ", StringComparison.OrdinalIgnoreCase))?[(name.Length + 2)..];

    /// <summary>Sends a status line and headers.</summary>
    public Task HeadAsync(string status, params string[] headers) =>
        BytesAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\n{string.Concat(headers.Append("Connection: close").Select(line => line + "\r\n"))}\r\n"));

    /// <summary>Sends bytes as they are.</summary>
    public async Task BytesAsync(ReadOnlyMemory<byte> bytes)
    {
        await Stream.WriteAsync(bytes, Stop);
        await Stream.FlushAsync(Stop);
    }

    /// <summary>Sends all, or from where it was asked for: as an honest server does.</summary>
    public async Task HonestAsync(byte[] content, string tag = "\"1\"")
    {
        int from = From ?? 0;
        if (from > 0)
            await HeadAsync("206 Partial Content", $"Content-Length: {content.Length - from}", $"Content-Range: bytes {from}-{content.Length - 1}/{content.Length}", $"ETag: {tag}");
        else
            await HeadAsync("200 OK", $"Content-Length: {content.Length}", $"ETag: {tag}");
        await BytesAsync(content.AsMemory(from));
    }
}
