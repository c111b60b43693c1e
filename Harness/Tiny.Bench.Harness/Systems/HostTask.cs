using Tiny.Bench.Core;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.Lists;
using Tiny.Bench.Datasets.Locating;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Reference.Plans;

namespace Tiny.Bench.Harness.Systems;

/// <summary>A task with its model and its samples at hand, ready to run on the host.</summary>
public sealed class HostTask
{
    private readonly TfliteModel _model;

    private readonly KernelSet _kernels;

    private HostTask(BenchmarkTask task, ModelFile file, SampleList list, KernelSet kernels)
    {
        Task = task;
        ModelFile = file;
        List = list;
        ListIdentity = list.Identify(task);
        _model = TfliteModel.Parse(file.Bytes, Path.GetFileName(file.Path));
        _kernels = kernels;
    }

    /// <summary>The task.</summary>
    public BenchmarkTask Task { get; }

    /// <summary>The model's file.</summary>
    public ModelFile ModelFile { get; }

    /// <summary>The samples.</summary>
    public SampleList List { get; }

    /// <summary>Which list that is.</summary>
    public ListIdentity ListIdentity { get; }

    /// <summary>Finds model and samples.</summary>
    /// <param name="task">The task.</param>
    /// <param name="model">A model that the suite names for the task, or the path of any other; null for the task's default.</param>
    /// <param name="models">Where models are looked for.</param>
    /// <param name="datasets">Where data sets are looked for.</param>
    /// <param name="kernels">What runs the model; all give the same bytes.</param>
    /// <exception cref="MissingFileException">Model or samples are not at hand.</exception>
    /// <exception cref="HashMismatchException">A model has a name that the suite knows, and other content.</exception>
    /// <exception cref="ModelFormatException">The model is malformed.</exception>
    public static HostTask Open(BenchmarkTask task, string? model, ModelLocator models, DatasetLocator datasets, KernelSet kernels = KernelSet.Auto)
    {
        ModelReference? known = model is null
            ? task.Models[0]
            : task.Models.FirstOrDefault(candidate => string.Equals(candidate.File, model, StringComparison.Ordinal));
        ModelFile file = known is not null ? models.Load(known) : ModelFile.Read(model!, task.Models);
        return new HostTask(task, file, SampleList.Read(datasets.FindFolder(task.Dataset)), kernels);
    }

    /// <summary>The model, prepared in one dialect.</summary>
    /// <exception cref="ModelFormatException">The model cannot be prepared.</exception>
    public Interpreter Prepare(Dialect dialect) => new(_model, new InterpreterOptions { Dialect = dialect, Kernels = _kernels });

    /// <summary>The model, prepared by one rule.</summary>
    /// <exception cref="ModelFormatException">The model cannot be prepared.</exception>
    public Interpreter Prepare(ArithmeticRule rule) => new(_model, new InterpreterOptions { Dialect = rule.Dialect, Softmax = rule.Softmax, Kernels = _kernels });

    /// <summary>The model, prepared in one dialect with either softmax.</summary>
    /// <exception cref="ModelFormatException">The model cannot be prepared.</exception>
    public SoftmaxPair PrepareSoftmaxPair(Dialect dialect) => new(_model, dialect, _kernels);

    /// <summary>A system that runs the model in one dialect.</summary>
    /// <exception cref="ModelFormatException">The model cannot be prepared.</exception>
    public HostSystem CreateSystem(Dialect dialect, TimeProvider clock) => new(Prepare(dialect), clock);

    /// <summary>Equal systems that share nothing but the model's constants, one for each of so many threads; no more than there are samples.</summary>
    /// <exception cref="ModelFormatException">The model cannot be prepared.</exception>
    public IReadOnlyList<HostSystem> CreateSystems(Dialect dialect, TimeProvider clock, int threads) =>
        [.. Enumerable.Range(0, Math.Clamp(List.Samples.Count, 1, threads)).Select(_ => CreateSystem(dialect, clock))];

    /// <summary>The model lowered for a board, with what the task says of its inputs and results.</summary>
    /// <exception cref="UnsupportedOperatorException">An operator has no form in a plan.</exception>
    public byte[] CompilePlan() => PlanCompiler.Compile(_model, Task.PlanOptions());
}
