using System.Globalization;
using System.IO.Compression;
using System.Text;
using Tiny.Bench.Core;
using Tiny.Bench.Datasets.Catalog;

namespace Tiny.Bench.Datasets.Fetching;

/// <summary>Each fault of a server ends in the right file or in an error that names it; <see cref="FetchBench"/> watches that nothing else is ever visible.</summary>
public class FetcherFaultTests
{
    private static readonly byte[] Content = FetchBench.Content;
    private static readonly string LengthHeader = $"Content-Length: {Content.Length}";

    [Fact]
    public async Task An_honest_server_gives_the_file_and_a_second_fetch_asks_for_nothing()
    {
        await using var bench = new FetchBench(request => request.HonestAsync(Content));
        Assert.False((await bench.FetchAsync()).WasThere);
        Assert.True((await bench.FetchAsync()).WasThere);
        Assert.Single(bench.Server.Requests);
        Assert.Equal("identity", bench.Server.Requests.Single().Header("Accept-Encoding"));
    }

    [Fact]
    public async Task A_stall_is_left_and_the_rest_is_asked_for()
    {
        await using var bench = new FetchBench(async request =>
        {
            if (request.Number > 0)
            {
                await request.HonestAsync(Content);
                return;
            }

            await request.HeadAsync("200 OK", LengthHeader, "ETag: \"1\"");
            await request.BytesAsync(Content.AsMemory(0, 1000));
            await Task.Delay(Timeout.Infinite, request.Stop);
        })
        {
            Options = new FetchOptions { FirstDelay = TimeSpan.FromMilliseconds(5), StallTimeout = TimeSpan.FromSeconds(1) },
        };
        await bench.FetchAsync();
        Assert.Equal([null, 1000], bench.Server.Requests.Select(request => request.From).ToArray());
        Assert.Contains(bench.Notes, note => note.StartsWith("nothing came for 1 s, after 1000 bytes; next try in ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_trickle_is_a_stall()
    {
        await using var bench = new FetchBench(async request =>
        {
            await request.HeadAsync("200 OK", LengthHeader);
            for (int at = 0; ; at++)
            {
                await request.BytesAsync(Content.AsMemory(at, 1));
                await Task.Delay(50, request.Stop);
            }
        })
        {
            Options = new FetchOptions { Attempts = 1, StallTimeout = TimeSpan.FromSeconds(1) },
        };
        await bench.FailAsync(FetchFault.Stalled);
    }

    [Fact]
    public async Task A_server_that_always_ends_early_is_given_up_and_the_part_is_kept()
    {
        await using var bench = new FetchBench(async request =>
        {
            int from = request.From ?? 0;
            await request.HeadAsync(
                from == 0 ? "200 OK" : "206 Partial Content",
                $"Content-Length: {Content.Length - from}", $"Content-Range: bytes {from}-{Content.Length - 1}/{Content.Length}", "ETag: \"1\"");
            await request.BytesAsync(Content.AsMemory(from, 100));
        })
        {
            Options = new FetchOptions { Attempts = 3, FirstDelay = TimeSpan.FromMilliseconds(5) },
        };
        await bench.FailAsync(FetchFault.Truncated);
        Assert.Equal([null, 100, 200], bench.Server.Requests.Select(request => request.From).ToArray());
        Assert.Equal(300, new FileInfo(bench.Part).Length);
    }

    [Theory]
    [InlineData(299_999)]
    [InlineData(300_001)]
    public async Task A_length_that_is_not_the_item_s_is_refused_before_the_body(int told)
    {
        await using var bench = new FetchBench(async request =>
        {
            await request.HeadAsync("200 OK", $"Content-Length: {told}");
            await request.BytesAsync(Content);
        });
        FetchException problem = await bench.FailAsync(FetchFault.WrongLength);
        Assert.Equal($"has {told} bytes; expected 300000", problem.Problem);
        Assert.Single(bench.Server.Requests);
    }

    [Fact]
    public async Task A_redirect_loop_ends()
    {
        await using var bench = new FetchBench(request => request.HeadAsync("302 Found", "Location: /m.tflite", "Content-Length: 0"));
        await bench.FailAsync(FetchFault.Redirect);
        Assert.Equal(9, bench.Server.Requests.Count);
    }

    [Theory]
    [InlineData("http://localhost/m.tflite")]
    [InlineData("ftp://127.0.0.1/m.tflite")]
    [InlineData("file:///etc/passwd")]
    public async Task A_redirect_to_an_open_address_elsewhere_is_not_followed(string location)
    {
        await using var bench = new FetchBench(request => request.HeadAsync("301 Moved Permanently", $"Location: {location}", "Content-Length: 0"));
        FetchException problem = await bench.FailAsync(FetchFault.Redirect);
        Assert.Contains(location, problem.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_on_the_same_host_is_followed_and_keeps_the_range()
    {
        await using var bench = new FetchBench(request =>
            request.Path == "/m.tflite" ? request.HeadAsync("307 Temporary Redirect", "Location: /elsewhere", "Content-Length: 0") : request.HonestAsync(Content));
        bench.Leave(Content[..5000]);
        await bench.FetchAsync();
        Assert.Equal(["/m.tflite", "/elsewhere"], bench.Server.Requests.Select(request => request.Path).ToArray());
        Assert.Equal(5000, bench.Server.Requests.Last().From);
    }

    [Fact]
    public async Task Wrong_bytes_are_thrown_away()
    {
        byte[] wrong = [.. Content];
        wrong[^1] ^= 1;
        await using var bench = new FetchBench(request => request.HonestAsync(wrong));
        using var fetcher = new Fetcher(bench.Cache, bench.Options);
        HashMismatchException problem = await Assert.ThrowsAsync<HashMismatchException>(() => fetcher.FetchAsync(bench.Item(), progress: null, CancellationToken.None));
        Assert.Equal(bench.Item().Sha256, problem.Expected);
        Assert.Single(bench.Server.Requests);
        Assert.False(File.Exists(bench.Target));
        Assert.False(File.Exists(bench.Part));
    }

    [Fact]
    public async Task A_500_is_tried_again()
    {
        await using var bench = new FetchBench(request => request.Number == 0 ? request.HeadAsync("500 Internal Server Error", "Content-Length: 0") : request.HonestAsync(Content));
        await bench.FetchAsync();
        Assert.Equal(2, bench.Server.Requests.Count);
    }

    [Fact]
    public async Task A_404_is_not_tried_again()
    {
        await using var bench = new FetchBench(request => request.HeadAsync("404 Not Found", "Content-Length: 0"));
        Assert.Equal("the server answers 404 Not Found", (await bench.FailAsync(FetchFault.Refused)).Problem);
        Assert.Single(bench.Server.Requests);
    }

    [Fact]
    public async Task A_429_is_waited_for_as_long_as_it_asks()
    {
        await using var bench = new FetchBench(request =>
            request.Number == 0 ? request.HeadAsync("429 Too Many Requests", "Retry-After: 1", "Content-Length: 0") : request.HonestAsync(Content));
        await bench.FetchAsync();
        Assert.Contains("the server answers 429 Too Many Requests, and asks to come again after 1 s; next try in 1 s", bench.Notes, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_429_that_asks_for_hours_is_told()
    {
        await using var bench = new FetchBench(request => request.HeadAsync("429 Too Many Requests", "Retry-After: 7200", "Content-Length: 0"));
        FetchException problem = await bench.FailAsync(FetchFault.ServerBusy);
        Assert.Equal(TimeSpan.FromHours(2), problem.RetryAfter);
        Assert.Single(bench.Server.Requests);
    }

    [Fact]
    public async Task A_body_that_breaks_inside_a_chunk_is_gone_on_with()
    {
        await using var bench = new FetchBench(async request =>
        {
            if (request.Number > 0)
            {
                await request.HonestAsync(Content);
                return;
            }

            await request.HeadAsync("200 OK", "Transfer-Encoding: chunked", "ETag: \"1\"");
            await request.BytesAsync(Encoding.ASCII.GetBytes("4000\r\n"));
            await request.BytesAsync(Content.AsMemory(0, 0x1000));
        });
        await bench.FetchAsync();
        Assert.Equal([null, 0x1000], bench.Server.Requests.Select(request => request.From).ToArray());
    }

    [Fact]
    public async Task An_endless_body_is_cut_at_the_item_s_size()
    {
        await using var bench = new FetchBench(async request =>
        {
            await request.HeadAsync("200 OK", "Transfer-Encoding: chunked");
            while (true)
            {
                await request.BytesAsync(Encoding.ASCII.GetBytes(Content.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n"));
                await request.BytesAsync(Content);
                await request.BytesAsync("\r\n"u8.ToArray());
            }
        });
        FetchException problem = await bench.FailAsync(FetchFault.WrongLength);
        Assert.Equal("goes on after 300000 bytes; expected its end", problem.Problem);
        Assert.False(File.Exists(bench.Part));
    }

    [Fact]
    public async Task A_gzip_body_that_nobody_asked_for_is_refused()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Content);
        await using var bench = new FetchBench(async request =>
        {
            await request.HeadAsync("200 OK", "Content-Encoding: gzip", "Transfer-Encoding: chunked");
            await request.BytesAsync(Encoding.ASCII.GetBytes(packed.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n"));
            await request.BytesAsync(packed.ToArray());
            await request.BytesAsync("\r\n0\r\n\r\n"u8.ToArray());
        });
        Assert.Equal("is encoded as gzip; expected the bytes as they are", (await bench.FailAsync(FetchFault.Encoding)).Problem);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_named_error()
    {
        var bench = new FetchBench(request => request.HonestAsync(Content)) { Options = new FetchOptions { Attempts = 2, FirstDelay = TimeSpan.FromMilliseconds(1) } };
        await using (bench)
        {
            CatalogItem item = bench.Item();
            await bench.Server.DisposeAsync();
            await bench.FailAsync(FetchFault.Connection, item);
        }
    }
}
