using Tiny.Bench.Core;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.Lists;
using Tiny.Bench.Datasets.Locating;

namespace Tiny.Bench.Datasets.Checking;

/// <summary>Whether the starter pack's files of a task are those that the suite names.</summary>
public static class StarterCheck
{
    private const int LargestSample = 1 << 20;

    /// <summary>Checks model and list by their hashes, and that every sample can be read.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="task">A task that the pack has.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <remarks>The samples have no hashes of their own in the suite: each has the CRC-32 of the zip, which finds damage.</remarks>
    public static async Task<ItemFinding> CheckAsync(StarterPack pack, BenchmarkTask task, CancellationToken cancellationToken)
    {
        StarterSet starter = task.Starter ?? throw new ArgumentException($"{task.Id} has no starter set", nameof(task));
        try
        {
            ModelFile model = pack.LoadModel(task);
            SampleList list = pack.ReadSamples(task.Id);
            if (list.Sha256 != starter.List.Sha256)
                return new ItemFinding(ItemState.Wrong, $"{list.Path} has SHA-256 {list.Sha256}; expected {starter.List.Sha256}");
            foreach (TaskSample sample in list.Samples)
                await sample.ReadAsync(LargestSample, cancellationToken);
            return new ItemFinding(ItemState.Right, $"model {model.Sha256}, list {list.Sha256}, {list.Samples.Count} samples");
        }
        catch (TinyBenchException problem)
        {
            return new ItemFinding(ItemState.Wrong, problem.Message);
        }
    }
}
