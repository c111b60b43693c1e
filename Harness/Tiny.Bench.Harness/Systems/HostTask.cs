using Tiny.Bench.Core;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.Lists;
using Tiny.Bench.Datasets.Locating;
using Tiny.Bench.Harness.Running;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Reference.Plans;

namespace Tiny.Bench.Harness.Systems;

/// <summary>A task with its model and its samples at hand, ready to run on the host.</summary>
public sealed class HostTask
{
    private readonly TfliteModel _model;

    private HostTask(BenchmarkTask task, ModelFile file, SampleList list, StarterSet? starter)
    {
        Task = starter is null ? task : task.OnStarterPack();
        ModelFile = file;
        List = list;
        ListIdentity = list.Identify(Task);
        Starter = starter;
        _model = TfliteModel.Parse(file.Bytes, Path.GetFileName(file.Path));
    }

    /// <summary>The task.</summary>
    public BenchmarkTask Task { get; }

    /// <summary>The model's file.</summary>
    public ModelFile ModelFile { get; }

    /// <summary>The samples.</summary>
    public SampleList List { get; }

    /// <summary>Which list that is.</summary>
    public ListIdentity ListIdentity { get; }

    /// <summary>What the suite says of the starter pack's samples; null when these are others.</summary>
    public StarterSet? Starter { get; }

    /// <summary>Finds model and samples.</summary>
    /// <param name="task">The task.</param>
    /// <param name="model">A model that the suite names for the task, or the path of any other; null for the task's default.</param>
    /// <param name="models">Where models are looked for.</param>
    /// <param name="datasets">Where data sets are looked for.</param>
    /// <exception cref="MissingFileException">Model or samples are not at hand.</exception>
    /// <exception cref="HashMismatchException">A model has a name that the suite knows, and other content.</exception>
    /// <exception cref="ModelFormatException">The model is malformed.</exception>
    /// <exception cref="DatasetException">The samples are malformed, or one of model and samples is official and the other of the starter pack.</exception>
    public static HostTask Open(BenchmarkTask task, string? model, ModelLocator models, DatasetLocator datasets)
    {
        ModelReference? known = model is null
            ? task.Models[0]
            : task.Models.FirstOrDefault(candidate => string.Equals(candidate.File, model, StringComparison.Ordinal));
        ModelFile file = known is not null ? models.Load(known) : ModelFile.Read(model!, task.Models);
        return Join(task, file, SampleList.Read(datasets.FindFolder(task.Dataset, task.Manifest ?? SampleList.FileName), task), isFromPack: false);
    }

    /// <summary>Takes model and samples from the starter pack.</summary>
    /// <param name="task">The task.</param>
    /// <param name="model">The path of another model; null for the pack's.</param>
    /// <param name="pack">The pack.</param>
    /// <exception cref="MissingFileException">Model or samples are not at hand.</exception>
    /// <exception cref="HashMismatchException">The pack's model is not the one that the suite names.</exception>
    /// <exception cref="ModelFormatException">The model is malformed.</exception>
    /// <exception cref="DatasetException">The samples are malformed, or the model is an official one.</exception>
    public static HostTask OpenStarter(BenchmarkTask task, string? model, StarterPack pack)
    {
        ModelFile file = model is null || string.Equals(model, task.Starter?.Model.File, StringComparison.Ordinal)
            ? pack.LoadModel(task)
            : ModelFile.Read(model, task.Models);
        return Join(task, file, pack.ReadSamples(task.Id), isFromPack: true);
    }

    // Known by their hashes, so that a copied or renamed file is still what it is.
    private static HostTask Join(BenchmarkTask task, ModelFile file, SampleList list, bool isFromPack)
    {
        StarterSet? starter = isFromPack || list.Sha256 == task.Starter?.List.Sha256 ? task.Starter : null;
        if (starter is not null && task.Models.Any(model => model.Sha256 == file.Sha256))
            throw new DatasetException(list.Path, $"is the starter pack's list of {task.Id}, and {file.Path} an official model; expected both official, or neither");
        if (file.Sha256 == task.Starter?.Model.Sha256 && task.Lists.Any(known => known.Sha256 == list.Sha256))
            throw new DatasetException(list.Path, $"is no list of the starter pack, and {file.Path} is its model of {task.Id}; expected both of the pack, or neither");
        return new HostTask(task, file, list, starter);
    }

    /// <summary>The model, prepared in one dialect.</summary>
    /// <exception cref="ModelFormatException">The model cannot be prepared.</exception>
    public Interpreter Prepare(Dialect dialect) => new(_model, new InterpreterOptions { Dialect = dialect });

    /// <summary>The model, prepared by one rule.</summary>
    /// <exception cref="ModelFormatException">The model cannot be prepared.</exception>
    public Interpreter Prepare(ArithmeticRule rule) => new(_model, new InterpreterOptions { Dialect = rule.Dialect, Softmax = rule.Softmax });

    /// <summary>The model, prepared in one dialect with either softmax.</summary>
    /// <exception cref="ModelFormatException">The model cannot be prepared.</exception>
    public SoftmaxPair PrepareSoftmaxPair(Dialect dialect) => new(_model, dialect);

    /// <summary>A system that runs the model in one dialect.</summary>
    /// <exception cref="ModelFormatException">The model cannot be prepared.</exception>
    public HostSystem CreateSystem(Dialect dialect, TimeProvider clock) => new(Prepare(dialect), clock);

    /// <summary>
    /// Whether a run on the starter pack has the figure that the suite commits to; null when the run cannot tell: other samples, another
    /// model, another rounding, or a part of the list.
    /// </summary>
    /// <param name="result">The run.</param>
    /// <param name="dialect">The rounding that it was computed with.</param>
    public bool? HasCommittedFigure(AccuracyResult result, Dialect dialect)
    {
        bool canTell = Starter is not null && ModelFile.Sha256 == Starter.Model.Sha256
            && dialect == Dialect.DoubleRounding && result.Samples.Count == List.Samples.Count;
        return canTell ? List.Sha256 == Starter!.List.Sha256 && result.Correct == Starter.Correct : null;
    }

    /// <summary>The model lowered for a board, with what the task says of its inputs and results.</summary>
    /// <exception cref="UnsupportedOperatorException">An operator has no form in a plan.</exception>
    public byte[] CompilePlan() => PlanCompiler.Compile(_model, Task.PlanOptions());
}
