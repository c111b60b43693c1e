using System.Collections.Concurrent;
using System.Text;
using Tiny.Bench.Boards.Tools;
using Tiny.Bench.Reference.Faults.Rewriting;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Firmware;

/// <summary>Every seeded fault that exists in C, built into the firmware's kernels: the vectors that a plan can carry find it.</summary>
public sealed class FaultyKernelTests(VectorProbe probe) : IClassFixture<VectorProbe>, IDisposable
{
    private const string Flags = "TEST_CFLAGS=-std=c11 -Wall -Wextra -Wconversion -Werror -O0 -I core -I kernels -I tests";
    private const int BuildsAtOnce = 2;

    private static readonly TimeSpan LongestBuild = TimeSpan.FromMinutes(5);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task Without_a_fault_every_vector_passes()
    {
        Assert.True(probe.Count >= 100, $"{probe.Count} vectors have a plan");
        Assert.Empty(await probe.FailuresAsync(await BuildAsync("none")));
    }

    [SkippableFact]
    public async Task Every_fault_is_found()
    {
        string[] faults = [.. FaultReader.ReadFolder(Path.Combine(Repository.Root, "Reference", "Faults"))
            .Where(fault => fault.C.Count > 0)
            .Select(fault => fault.Name)];
        var survivors = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(faults, new ParallelOptions { MaxDegreeOfParallelism = BuildsAtOnce }, async (fault, _) =>
        {
            IReadOnlyList<string> failures = await probe.FailuresAsync(await BuildAsync(fault, $"FAULT={fault}"));
            if (failures.Count == 0)
                survivors.Add(fault);
        });

        Assert.True(faults.Length >= 35, $"{faults.Length} faults exist in C");
        Assert.Equal("", string.Join(", ", survivors.Order(StringComparer.Ordinal)));
    }

    // Without optimisation and sanitizers: a fault is built in half a second, and what it does wrong shows in the outputs.
    private async Task<string> BuildAsync(string name, params string[] variables)
    {
        InstalledTool.Require("make", "gcc");
        var output = new StringBuilder();
        ToolRun run = await ToolRun.StartAsync(
            new ToolPath().Find("make")!,
            ["-s", "-C", HostBuilds.Sources, $"OUT={_folder[name]}", Flags, .. variables, "run_plan"],
            LongestBuild,
            line => output.AppendLine(line),
            TimeProvider.System,
            default);
        Assert.True(run.ExitCode == 0, $"{name}: {output}");
        return run.LastLine;
    }
}
