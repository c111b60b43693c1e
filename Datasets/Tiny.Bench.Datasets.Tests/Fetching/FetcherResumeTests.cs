using Tiny.Bench.Core;
using Tiny.Bench.Datasets.Catalog;

namespace Tiny.Bench.Datasets.Fetching;

/// <summary>What an earlier try left is used where it fits, and never where it does not.</summary>
public class FetcherResumeTests
{
    private static readonly byte[] Content = FetchBench.Content;

    [Fact]
    public async Task A_part_is_gone_on_with_under_the_condition_that_it_is_still_the_same()
    {
        await using var bench = new FetchBench(request => request.HonestAsync(Content));
        bench.Leave(Content[..1234]);
        await bench.FetchAsync();
        FaultRequest request = bench.Server.Requests.Single();
        Assert.Equal((1234, "\"1\""), (request.From, request.Header("If-Range")));
    }

    [Fact]
    public async Task A_server_that_ignores_the_range_gives_the_whole_file()
    {
        await using var bench = new FetchBench(async request =>
        {
            await request.HeadAsync("200 OK", $"Content-Length: {Content.Length}");
            await request.BytesAsync(Content);
        });
        bench.Leave([1, 2, 3]);
        await bench.FetchAsync();
        Assert.Equal(3, bench.Server.Requests.Single().From);
    }

    [Fact]
    public async Task A_changed_tag_on_the_rest_starts_the_file_again()
    {
        // The server ignores If-Range: it sends the rest of another version.
        await using var bench = new FetchBench(request => request.HonestAsync(Content, "\"2\""));
        bench.Leave(new byte[1234]);
        await bench.FetchAsync();
        Assert.Equal([1234, null], bench.Server.Requests.Select(request => request.From).ToArray());
    }

    [Fact]
    public async Task A_part_of_another_version_that_no_tag_betrays_is_found_by_its_hash_and_fetched_again()
    {
        await using var bench = new FetchBench(request => request.HonestAsync(Content));
        bench.Leave(new byte[1234]);
        await bench.FetchAsync();
        Assert.Equal([1234, null], bench.Server.Requests.Select(request => request.From).ToArray());
    }

    [Fact]
    public async Task A_rest_from_another_place_than_asked_for_is_not_taken()
    {
        await using var bench = new FetchBench(async request =>
        {
            if (request.From is null)
            {
                await request.HonestAsync(Content);
                return;
            }

            await request.HeadAsync("206 Partial Content", $"Content-Range: bytes 0-{Content.Length - 1}/{Content.Length}", $"Content-Length: {Content.Length}");
            await request.BytesAsync(Content);
        });
        bench.Leave(Content[..1000]);
        await bench.FetchAsync();
        Assert.Equal([1000, null], bench.Server.Requests.Select(request => request.From).ToArray());
    }

    [Fact]
    public async Task A_416_starts_the_file_again()
    {
        await using var bench = new FetchBench(request =>
            request.From is null ? request.HonestAsync(Content) : request.HeadAsync("416 Range Not Satisfiable", "Content-Range: bytes */10", "Content-Length: 0"));
        bench.Leave(Content[..1000]);
        await bench.FetchAsync();
        Assert.Equal([1000, null], bench.Server.Requests.Select(request => request.From).ToArray());
    }

    [Fact]
    public async Task A_whole_part_is_checked_without_a_request()
    {
        await using var bench = new FetchBench(request => request.HonestAsync(Content));
        bench.Leave(Content);
        await bench.FetchAsync();
        Assert.Empty(bench.Server.Requests);
    }

    [Fact]
    public async Task A_part_of_another_address_or_without_its_note_is_not_used()
    {
        await using var bench = new FetchBench(request => request.HonestAsync(Content));
        bench.Leave(Content[..1000]);
        await File.WriteAllTextAsync(bench.Part + ".json", """{"Url":"https://elsewhere/","Validator":null}""");
        await bench.FetchAsync();
        File.Delete(bench.Target);
        bench.Leave(Content[..1000]);
        await File.WriteAllTextAsync(bench.Part + ".json", "{");
        await bench.FetchAsync();
        Assert.Equal([null, null], bench.Server.Requests.Select(request => request.From).ToArray());
    }

    [Fact]
    public async Task Without_a_hash_a_part_needs_a_tag_to_be_gone_on_with()
    {
        await using var bench = new FetchBench(request => request.HonestAsync(Content)) { Options = new FetchOptions { AcceptUnverified = true } };
        bench.Leave(Content[..1000], validator: null);
        await bench.FetchAsync(bench.Item(hashed: false));
        Assert.Null(bench.Server.Requests.Single().From);
    }

    [Fact]
    public async Task Interrupted_it_leaves_a_part_that_the_next_fetch_goes_on_with()
    {
        using var interrupt = new CancellationTokenSource();
        await using var bench = new FetchBench(async request =>
        {
            if (request.Number > 0)
            {
                await request.HonestAsync(Content);
                return;
            }

            await request.HeadAsync("200 OK", $"Content-Length: {Content.Length}", "ETag: \"1\"");
            await request.BytesAsync(Content.AsMemory(0, 2000));
            await interrupt.CancelAsync();
            await Task.Delay(Timeout.Infinite, request.Stop);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.FetchAsync(cancellationToken: interrupt.Token));
        Assert.False(File.Exists(bench.Target));
        await bench.FetchAsync();
        int? from = bench.Server.Requests.Last().From;
        Assert.True(from is null or (> 0 and <= 2000));
    }

    [Fact]
    public async Task An_item_without_a_hash_is_not_taken_silently()
    {
        await using var bench = new FetchBench(request => request.HonestAsync(Content));
        await bench.FailAsync(FetchFault.Unverified, bench.Item(hashed: false));
        Assert.Empty(bench.Server.Requests);
    }

    [Fact]
    public async Task An_md5_is_checked_where_there_is_nothing_better()
    {
        await using var bench = new FetchBench(request => request.HonestAsync(Content)) { Options = new FetchOptions { AcceptUnverified = true } };
        CatalogItem item = bench.Item(hashed: false) with { Md5 = new string('0', 32) };
        using var fetcher = new Fetcher(bench.Cache, bench.Options);
        await Assert.ThrowsAsync<HashMismatchException>(() => fetcher.FetchAsync(item, progress: null, CancellationToken.None));
    }
}
