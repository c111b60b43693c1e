using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.Locating;
using Tiny.Bench.Harness.Suites;
using Tiny.Bench.Harness.Systems;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli.Boards;

/// <summary>Tasks of the suite with the official files.</summary>
internal static class OfficialTasks
{
    public static HostTask Open(string id)
    {
        BenchmarkTask task = SuiteLoader.Load(null, []).FindTask(id)!;
        string models = Path.GetDirectoryName(Official.Model(task.Models[0].File))!;
        return HostTask.Open(task, null, new ModelLocator(models), new DatasetLocator(Path.GetDirectoryName(Official.Dataset(task.Dataset))!));
    }
}
