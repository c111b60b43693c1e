using Tiny.Bench.Core;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.Locating;
using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Harness.Systems;

/// <summary>
/// Finds model and samples of a task, both official or both of the starter pack: official where the user names a folder, else official
/// where the cache has them, else the pack's.
/// </summary>
public sealed class TaskLocator
{
    private readonly ModelLocator _models;
    private readonly DatasetLocator _datasets;
    private readonly StarterPack _pack;
    private readonly bool _onlyPack;
    private readonly KernelSet _kernels;

    /// <summary>Creates the search.</summary>
    /// <param name="models">Where official models are looked for.</param>
    /// <param name="datasets">Where official samples are looked for.</param>
    /// <param name="pack">The starter pack.</param>
    /// <param name="onlyPack">Whether the pack is used even where official files are at hand.</param>
    /// <param name="kernels">What runs models on the host.</param>
    public TaskLocator(ModelLocator models, DatasetLocator datasets, StarterPack pack, bool onlyPack = false, KernelSet kernels = KernelSet.Auto)
    {
        _models = models;
        _datasets = datasets;
        _pack = pack;
        _onlyPack = onlyPack;
        _kernels = kernels;
    }

    /// <summary>Finds and opens a task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="model">A model that the suite names for the task, or the path of any other; null for the default of what is found.</param>
    /// <exception cref="TinyBenchException">Nothing is at hand, or what was found is malformed: see <see cref="HostTask.Open"/> and <see cref="HostTask.OpenStarter"/>.</exception>
    public HostTask Open(BenchmarkTask task, string? model = null)
    {
        bool isPackModel = model is not null && string.Equals(model, task.Starter?.Model.File, StringComparison.Ordinal);
        if (_onlyPack || isPackModel)
            return HostTask.OpenStarter(task, model, _pack, _kernels);

        bool isOfficialModel = task.Models.Any(known => string.Equals(known.File, model, StringComparison.Ordinal));
        if (_models.IsNamed || _datasets.IsNamed || isOfficialModel || !_pack.Has(task))
            return HostTask.Open(task, model, _models, _datasets, _kernels);
        try
        {
            return HostTask.Open(task, model, _models, _datasets, _kernels);
        }
        catch (MissingFileException)
        {
            return HostTask.OpenStarter(task, model, _pack, _kernels);
        }
    }
}
