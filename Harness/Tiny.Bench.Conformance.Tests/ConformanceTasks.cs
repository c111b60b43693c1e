using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.Locating;
using Tiny.Bench.Harness.Suites;
using Tiny.Bench.Harness.Systems;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Conformance;

/// <summary>The suite's tasks, with the files that are at hand.</summary>
internal static class ConformanceTasks
{
    private static readonly Lazy<Suite> Lazily = new(() => SuiteLoader.Load());

    /// <summary>Of the whole suite.</summary>
    public static IEnumerable<string> Ids => Lazily.Value.Tasks.Select(task => task.Id);

    /// <summary>Opens a task; skips the test when its model is not at hand.</summary>
    public static HostTask Open(string id)
    {
        BenchmarkTask task = Lazily.Value.FindTask(id)!;
        string models = Path.GetDirectoryName(Official.Model(task.Models[0].File))!;
        return HostTask.Open(task, null, new ModelLocator(models), new DatasetLocator(Path.GetDirectoryName(Official.Dataset(task.Dataset))!));
    }
}
