using System.Collections.Concurrent;
using System.Security.Cryptography;
using Tiny.Bench.Datasets.Catalog;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Datasets.Fetching;

/// <summary>A cache of its own, a server, and a watcher that looks all the time whether anything but the right file becomes visible.</summary>
internal sealed class FetchBench : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _watcher;

    public FetchBench(Func<FaultRequest, Task> answer)
    {
        Server = new FaultServer(answer);
        Cache = new CacheFolders(_folder["cache"]);
        _watcher = Task.Run(WatchAsync);
    }

    /// <summary>300 kB that repeat nowhere.</summary>
    public static byte[] Content { get; } = RandomNumberGeneratorOf(300_000);

    public FaultServer Server { get; }

    public CacheFolders Cache { get; }

    /// <summary>Patient enough for a slow machine, and quick to try again.</summary>
    public FetchOptions Options { get; init; } = new() { FirstDelay = TimeSpan.FromMilliseconds(5), StallTimeout = TimeSpan.FromSeconds(20) };

    public ConcurrentQueue<string> Notes { get; } = [];

    public string Target => Path.Combine(Cache.Root, "models", "m.tflite");

    public string Part => Path.Combine(Cache.Root, "fetching", "m.tflite.part");

    public CatalogItem Item(long? bytes = 300_000, bool hashed = true) => new()
    {
        Id = "m.tflite",
        Kind = CatalogItemKind.Model,
        Tasks = ["t"],
        Target = "m.tflite",
        Url = Server.Url("m.tflite"),
        Bytes = bytes,
        Sha256 = hashed ? Convert.ToHexStringLower(SHA256.HashData(Content)) : null,
        Layout = "bytes",
        Licence = "ours",
        Source = "this test",
    };

    /// <summary>Fetches <see cref="Item"/>, which must come out right.</summary>
    public async Task<FetchOutcome> FetchAsync(CatalogItem? item = null, CancellationToken cancellationToken = default)
    {
        using var fetcher = new Fetcher(Cache, Options);
        FetchOutcome outcome = await fetcher.FetchAsync(item ?? Item(), new NoteKeeper(Notes), cancellationToken);
        Assert.Equal(Content, await File.ReadAllBytesAsync(outcome.Path, cancellationToken));
        Assert.False(File.Exists(Part));
        return outcome;
    }

    /// <summary>Fetches <see cref="Item"/>, which must fail in that way and leave nothing visible.</summary>
    public async Task<FetchException> FailAsync(FetchFault fault, CatalogItem? item = null)
    {
        using var fetcher = new Fetcher(Cache, Options);
        FetchException problem = await Assert.ThrowsAsync<FetchException>(() => fetcher.FetchAsync(item ?? Item(), new NoteKeeper(Notes), CancellationToken.None));
        Assert.Equal(fault, problem.Fault);
        Assert.False(File.Exists(Target));
        return problem;
    }

    /// <summary>Leaves the first bytes of the item as an earlier try would.</summary>
    public void Leave(byte[] part, string? validator = "\"1\"")
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Part)!);
        File.WriteAllBytes(Part, part);
        File.WriteAllText(Part + ".json", System.Text.Json.JsonSerializer.Serialize(new PartState(Server.Url("m.tflite").AbsoluteUri, validator)));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Server.DisposeAsync();
        try
        {
            await _watcher;
        }
        finally
        {
            _stop.Dispose();
            _folder.Dispose();
        }
    }

    private static byte[] RandomNumberGeneratorOf(int count)
    {
        var bytes = new byte[count];
        new Random(6).NextBytes(bytes);
        return bytes;
    }

    private async Task WatchAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            foreach (string kind in (string[])["models", "datasets", "sources"])
            {
                string folder = Path.Combine(Cache.Root, kind);
                foreach (string file in Directory.Exists(folder) ? Directory.GetFiles(folder) : [])
                    Assert.Equal(Content, await File.ReadAllBytesAsync(file));
            }

            await Task.Delay(1);
        }
    }

    private sealed class NoteKeeper(ConcurrentQueue<string> notes) : IProgress<FetchProgress>
    {
        public void Report(FetchProgress value)
        {
            if (value.Note is not null)
                notes.Enqueue(value.Note);
        }
    }
}
