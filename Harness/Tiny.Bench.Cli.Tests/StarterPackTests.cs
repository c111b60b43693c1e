using System.Diagnostics;
using System.Text.Json.Nodes;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.Locating;
using Tiny.Bench.Harness.Suites;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli;

/// <summary>The pack that ships, run as a user without any other file runs it.</summary>
public sealed class StarterPackTests : IDisposable
{
    // Asked of the pack: small enough to clone, and hard enough to show something.
    private const long LargestPack = 6_000_000;
    private const double LeastQuality = 0.85, MostQuality = 0.97;

    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(10);
    private static readonly BenchmarkTask[] Tasks = [.. SuiteLoader.Load().Tasks.Where(task => task.Starter is not null)];

    private readonly TemporaryFolder _out = new();

    public void Dispose() => _out.Dispose();

    [Fact]
    public async Task A_machine_with_no_other_file_reaches_the_committed_figures_to_the_sample()
    {
        (int code, string output, string error) = await RunBareAsync("run", "--json", "--out", _out.Path);

        Assert.True(code == ExitCode.Good, error);
        JsonNode[] runs = [.. JsonNode.Parse(output)!["runs"]!.AsArray().Where(run => (string)run!["mode"]! == "accuracy")!];
        Assert.Equal("ad01 ic01 kws01 vww01", string.Join(' ', Tasks.Select(task => task.Id)));
        Assert.Equal("ad01 ic01 kws01 vww01", string.Join(' ', runs.Select(run => (string)run["task"]!)));
        foreach ((BenchmarkTask task, JsonNode run) in Tasks.Zip(runs))
        {
            Assert.Equal((task.Starter!.Correct, 200), ((int)run["correct"]!, (int)run["samples"]!));
            Assert.Equal(("starter-200", true, true), ((string)run["list"]!, (bool)run["starter"]!, (bool)run["committedMet"]!));
            Assert.InRange((double)(task.Metric == QualityMetric.Auc ? run["auc"] : run["accuracy"])!, LeastQuality, MostQuality);
        }
    }

    [Fact]
    public async Task Every_operator_of_every_model_gives_the_committed_checksums()
    {
        CommandLine run = await CommandLine.RunAsync("conformance", "--golden", StarterPack.Shipped.GoldenFolder, "--json");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(Tasks.Length, Directory.GetFiles(StarterPack.Shipped.GoldenFolder).Length);
        Assert.Equal((GoldenChecks, 0), ((int)run.Json["passed"]!, (int)run.Json["unsupported"]!));
    }

    [Fact]
    public void Each_model_is_listed_with_its_labels_and_both_lists()
    {
        foreach (BenchmarkTask task in Tasks)
        {
            Assert.Equal(task.Starter!.Model.Sha256, StarterPack.Shipped.LoadModel(task).Sha256);
            Assert.All(StarterPack.Shipped.ReadSamples(task.Id).Samples, sample => Assert.Equal(task.Starter.Labels.Count, sample.ClassCount));
            Assert.NotEmpty(StarterPack.Shipped.ReadCalibration(task.Id).Samples);
        }
    }

    [SkippableFact]
    public void The_pack_stays_small()
    {
        string folder = Path.Combine(Repository.Root, "Datasets", "Starter");
        Assert.InRange(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length), 1, LargestPack);
    }

    /// <summary>Checks in the pack's golden files: an output for each input, and an output of each operator.</summary>
    internal static int GoldenChecks => Directory.GetFiles(StarterPack.Shipped.GoldenFolder)
        .SelectMany(file => JsonNode.Parse(File.ReadAllText(file))!["results"]!.AsArray())
        .Sum(result => 1 + result!["activations"]!.AsArray().Count);

    // In a process of its own: the variables of this one name official files.
    private async Task<(int Code, string Output, string Error)> RunBareAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "tinybench.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("TINYBENCH_MODELS");
        start.Environment.Remove("TINYBENCH_DATASETS");
        start.Environment["XDG_CACHE_HOME"] = _out["cache"];
        using Process process = Process.Start(start)!;
        using var deadline = new CancellationTokenSource(Deadline);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(deadline.Token), error = process.StandardError.ReadToEndAsync(deadline.Token);
            await process.WaitForExitAsync(deadline.Token);
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
