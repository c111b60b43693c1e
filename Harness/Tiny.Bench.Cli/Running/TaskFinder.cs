using Tiny.Bench.Core;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.Locating;
using Tiny.Bench.Harness.Systems;
using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Cli.Running;

/// <summary>Opens the tasks that a command is about.</summary>
internal sealed class TaskFinder(Suite suite, ModelLocator models, DatasetLocator datasets, TextWriter error)
{
    /// <summary>The asked tasks; without any, every task whose files are at hand, and a line on each that is left out.</summary>
    /// <param name="asked">Ids; may be empty.</param>
    /// <param name="model">Another model of the one asked task; null for its own.</param>
    /// <param name="kernels">What runs models on the host.</param>
    /// <exception cref="RequestException">The suite has no such task.</exception>
    /// <exception cref="MissingFileException">The files of an asked task are not at hand.</exception>
    public List<HostTask> Open(IReadOnlyCollection<string> asked, string? model = null, KernelSet kernels = KernelSet.Auto)
    {
        if (asked.Count > 0)
            return [.. asked.Distinct(StringComparer.Ordinal).Select(id => HostTask.Open(Find(id), model, models, datasets, kernels))];

        var tasks = new List<HostTask>();
        foreach (BenchmarkTask task in suite.Tasks)
        {
            try
            {
                tasks.Add(HostTask.Open(task, null, models, datasets, kernels));
            }
            catch (MissingFileException missing)
            {
                error.WriteLine($"{task.Id}: skipped, {missing.Where} is not at hand");
            }
        }

        return tasks;
    }

    private BenchmarkTask Find(string id) => suite.FindTask(id)
        ?? throw new RequestException($"--task {id} is not in the suite; it has {string.Join(", ", suite.Tasks.Select(task => task.Id))}");
}
