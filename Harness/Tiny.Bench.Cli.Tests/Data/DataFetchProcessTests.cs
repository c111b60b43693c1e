using System.Diagnostics;
using Tiny.Bench.Datasets.Fetching;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli.Data;

/// <summary>Fetches by processes of their own: what only shows between them.</summary>
public class DataFetchProcessTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Two_processes_fetch_an_item_once()
    {
        var go = new TaskCompletionSource();
        await using var server = new FaultServer(async request =>
        {
            await go.Task.WaitAsync(Patience);
            await request.HonestAsync(DataBench.Content);
        });
        using var bench = new DataBench(server.Url("m.tflite"));
        using Process first = Start(bench);
        await UntilAsync(() => !server.Requests.IsEmpty);
        using Process second = Start(bench);
        Assert.Equal("m.tflite: another process fetches it; waiting", await second.StandardError.ReadLineAsync().WaitAsync(Patience));
        Assert.False(File.Exists(bench.Model));
        go.SetResult();
        Assert.Equal((ExitCode.Good, ExitCode.Good), (await EndAsync(first), await EndAsync(second)));
        Assert.Equal("m.tflite: is at hand\n", await second.StandardError.ReadToEndAsync());
        Assert.Equal(DataBench.Content, await File.ReadAllBytesAsync(bench.Model));
        Assert.Single(server.Requests);
    }

    [SkippableTheory]
    [InlineData("INT", ExitCode.Interrupted)]
    [InlineData("KILL", 128 + 9)]
    public async Task A_process_that_is_ended_leaves_a_part_that_the_next_goes_on_with(string signal, int expectedCode)
    {
        InstalledTool.Require("kill");
        await using var server = new FaultServer(async request =>
        {
            if (request.Number > 0)
            {
                await request.HonestAsync(DataBench.Content);
                return;
            }

            await request.HeadAsync("200 OK", $"Content-Length: {DataBench.Content.Length}", "ETag: \"1\"");
            await request.BytesAsync(DataBench.Content.AsMemory(0, 1000));
            await Task.Delay(Timeout.Infinite, request.Stop);
        });
        using var bench = new DataBench(server.Url("m.tflite"));
        using Process process = Start(bench);
        await UntilAsync(() => File.Exists(bench.Part) && new FileInfo(bench.Part).Length == 1000);
        using (Process kill = Process.Start("kill", ["-s", signal, $"{process.Id}"]))
            await kill.WaitForExitAsync();
        Assert.Equal(expectedCode, await EndAsync(process));
        Assert.False(File.Exists(bench.Model));
        using Process next = Start(bench);
        Assert.Equal(ExitCode.Good, await EndAsync(next));
        Assert.Equal([null, 1000], server.Requests.Select(request => request.From).ToArray());
        Assert.Equal(DataBench.Content, await File.ReadAllBytesAsync(bench.Model));
    }

    private static Process Start(DataBench bench)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (string argument in (string[])[Path.Combine(AppContext.BaseDirectory, "tinybench.dll"), "data", "fetch", "m.tflite", "--catalog", bench.Catalog])
            start.ArgumentList.Add(argument);
        start.Environment["XDG_CACHE_HOME"] = bench.Home;
        return Process.Start(start)!;
    }

    private static async Task<int> EndAsync(Process process)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }

        return process.ExitCode;
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!holds())
            await Task.Delay(10, patience.Token);
    }
}
