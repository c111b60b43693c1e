using Tiny.Bench.Testing;

namespace Tiny.Bench.Datasets.Fetching;

public class SharedCacheTests
{
    [Fact]
    public async Task Two_that_fetch_the_same_item_ask_the_server_once()
    {
        var go = new TaskCompletionSource();
        await using var bench = new FetchBench(async request =>
        {
            await go.Task;
            await request.HonestAsync(FetchBench.Content);
        });
        try
        {
            Task<FetchOutcome> first = bench.FetchAsync();
            await UntilAsync(() => !bench.Server.Requests.IsEmpty);
            Task<FetchOutcome> second = bench.FetchAsync();
            await UntilAsync(() => bench.Notes.Contains("another process fetches it; waiting", StringComparer.Ordinal));
            go.SetResult();
            Assert.False((await first).WasThere);
            Assert.True((await second).WasThere);
        }
        finally
        {
            // The server waits for it, and the bench for the server.
            go.TrySetResult();
        }

        Assert.Single(bench.Server.Requests);
    }

    [Fact]
    public async Task A_lock_that_is_never_given_up_is_an_error_in_the_end()
    {
        using var folder = new TemporaryFolder();
        string path = folder["item.lock"];
        using CacheLock held = await CacheLock.AcquireAsync(path, TimeSpan.Zero, () => { }, TimeProvider.System, CancellationToken.None);
        int waits = 0;
        FetchException problem = await Assert.ThrowsAsync<FetchException>(
            () => CacheLock.AcquireAsync(path, TimeSpan.FromMilliseconds(1), () => waits++, TimeProvider.System, CancellationToken.None));
        Assert.Equal((FetchFault.Locked, 1), (problem.Fault, waits));
    }

    [Fact]
    public async Task A_wait_for_a_lock_ends_with_the_caller()
    {
        using var folder = new TemporaryFolder();
        using var cancel = new CancellationTokenSource();
        using CacheLock held = await CacheLock.AcquireAsync(folder["item.lock"], TimeSpan.Zero, () => { }, TimeProvider.System, CancellationToken.None);
        Task waiting = CacheLock.AcquireAsync(folder["item.lock"], TimeSpan.FromHours(1), cancel.Cancel, TimeProvider.System, cancel.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [SkippableFact]
    public async Task A_full_disk_is_a_named_error()
    {
        // The kernel's own full device, where a write fails as on a full disk.
        if (!File.Exists("/dev/full"))
            Requirement.Missing("proc", "This system has no /dev/full.");
        await using var bench = new FetchBench(request => request.HonestAsync(FetchBench.Content));
        bench.Leave([]);
        File.Delete(bench.Part);
        File.CreateSymbolicLink(bench.Part, "/dev/full");
        File.Delete(bench.Part + ".json");
        var part = new PartialFile(bench.Part);
        await using FileStream file = part.OpenAppend();
        FetchException problem = Assert.Throws<FetchException>(() => part.Write(file, FetchBench.Content));
        Assert.Equal(FetchFault.Cache, problem.Fault);
        Assert.Contains("what came so far is kept", problem.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cache_that_has_no_room_is_told_before_anything_is_fetched()
    {
        await using var bench = new FetchBench(request => request.HonestAsync(FetchBench.Content));
        FetchException problem = await bench.FailAsync(FetchFault.Cache, bench.Item(bytes: 1L << 60));
        Assert.EndsWith($"needs {1L << 60}", problem.Problem, StringComparison.Ordinal);
        Assert.Empty(bench.Server.Requests);
    }

    [Fact]
    public async Task A_cache_where_a_file_stands_is_a_named_error()
    {
        await using var bench = new FetchBench(request => request.HonestAsync(FetchBench.Content));
        await File.WriteAllTextAsync(bench.Cache.Root, "");
        await bench.FailAsync(FetchFault.Cache);
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!holds())
            await Task.Delay(1, patience.Token);
    }
}
