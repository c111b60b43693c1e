using System.Collections.Concurrent;

namespace Tiny.Bench.Boards.Firmware;

/// <summary>Every seeded fault that exists in C, built into the firmware's kernels: the vectors that a plan can carry find it.</summary>
public sealed class FaultyKernelTests(VectorProbe probe, PlanRunner runner) : IClassFixture<VectorProbe>, IClassFixture<PlanRunner>
{
    // Without optimisation and sanitizers: a fault is built in half a second, and what it does wrong shows in the outputs.
    private const string Flags = "TEST_CFLAGS=-std=c11 -Wall -Wextra -Wconversion -Werror -O0 -I core -I kernels -I tests";
    private const int BuildsAtOnce = 2;

    [SkippableFact]
    public async Task Without_a_fault_every_vector_passes()
    {
        Assert.True(probe.Count >= 100, $"{probe.Count} vectors have a plan");
        Assert.Empty(await probe.FailuresAsync(await BuildAsync("none")));
    }

    [SkippableFact]
    public async Task Every_fault_is_found()
    {
        string[] faults = [.. SeededFaults.InC().Select(fault => fault.Name)];
        var survivors = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(faults, new ParallelOptions { MaxDegreeOfParallelism = BuildsAtOnce }, async (fault, _) =>
        {
            IReadOnlyList<string> failures = await probe.FailuresAsync(await BuildAsync(fault, $"FAULT={fault}"));
            if (failures.Count == 0)
                survivors.Add(fault);
        });

        Assert.True(faults.Length >= 35, $"{faults.Length} faults exist in C");
        Assert.True(survivors.IsEmpty, $"survive: {string.Join(", ", survivors.Order(StringComparer.Ordinal))}");
    }

    private Task<string> BuildAsync(string name, params string[] variables) => runner.BuildVariantAsync(name, [Flags, .. variables]);
}
