using System.Reflection;
using Tiny.Bench.Cli.Output;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Harness.Running;
using Tiny.Bench.Harness.Systems;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Cli.Running;

/// <summary>Makes records of runs and writes them: where harness and results meet.</summary>
internal sealed class RunRecords(Suite suite, string folder)
{
    /// <summary>Where the records go.</summary>
    public string Folder => folder;

    /// <summary>A record without figures.</summary>
    /// <param name="task">What was run.</param>
    /// <param name="mode">What was asked.</param>
    /// <param name="started">When.</param>
    /// <param name="target">On what.</param>
    /// <param name="interpreter">The model as it was prepared.</param>
    public RunRecord Describe(HostTask task, RunMode mode, DateTimeOffset started, TargetFacts target, Interpreter interpreter)
    {
        string informational = typeof(RunRecords).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        (string version, GitState? git) = GitState.FromInformationalVersion(informational);
        return new RunRecord
        {
            SuiteVersion = suite.Version,
            Task = task.Task.Id,
            Mode = mode,
            Target = target.Target,
            Kind = target.Kind,
            Started = started,
            ToolVersion = version,
            Git = git,
            Machine = MachineDescription.Current(),
            System = target.System,
            Model = new ModelRecord { File = Path.GetFileName(task.ModelFile.Path), Sha256 = task.ModelFile.Sha256 },
            Data = new DataRecord
            {
                Name = task.ListIdentity.Name,
                Official = task.ListIdentity.IsOfficial,
                Starter = task.Starter is null ? null : true,
                Sha256 = task.ListIdentity.Sha256,
                Samples = task.List.Samples.Count,
            },
            Dialect = target.Dialect,
            Memory = ModelFacts.MemoryOf(interpreter),
            Operators = ModelFacts.OperatorsOf(interpreter),
        };
    }

    /// <summary>The figures of an accuracy run; also writes its answers beside the record.</summary>
    public QualityRecord Quality(AccuracyResult result) => new()
    {
        Samples = result.Samples.Count,
        Correct = result.Correct,
        Accuracy = result.Accuracy,
        WilsonLow = result.Interval?.Low,
        WilsonHigh = result.Interval?.High,
        Auc = result.Auc,
        PartialAuc = result.PartialAuc,
        MeanScore = result.MeanScore,
        AnswersSha256 = AnswerFile.Write(folder, [.. result.Samples.Select(AnswerOf)]),
    };

    /// <summary>The figures of a performance run.</summary>
    public static PerformanceRecord Performance(PerformanceResult result) => new()
    {
        Windows = [.. result.Windows.Select(window => new WindowRecord
        {
            Input = window.Input,
            Inferences = window.Inferences,
            Seconds = window.Elapsed.TotalSeconds,
            LatencyMicroseconds = window.LatencyMicroseconds,
        })],
        MedianLatencyMicroseconds = result.MedianLatencyMicroseconds,
        Quick = result.Quick,
        RuleMet = result.RuleMet,
    };

    /// <summary>How far a run is from the reference.</summary>
    /// <param name="reference">The dialect compared with.</param>
    /// <param name="comparison">What differs.</param>
    /// <param name="printed">Which printed values were compared; null for output bytes.</param>
    public static ComparisonRecord Comparison(string reference, RunComparison comparison, string? printed = null) => new()
    {
        Reference = reference,
        Printed = printed,
        DifferingInputs = comparison.DifferingSamples,
        TopOneChanges = comparison.TopOneChanges,
    };

    /// <summary>Writes the record of an accuracy run and judges it.</summary>
    /// <param name="task">What was run.</param>
    /// <param name="record">Its record.</param>
    /// <param name="result">What the system answered.</param>
    /// <param name="dialect">The rounding that the answers have.</param>
    public RunReport WriteAccuracy(HostTask task, RunRecord record, AccuracyResult result, Dialect dialect) => Write(task, record) with
    {
        TargetMet = JudgeTarget(task, result),
        CommittedMet = task.HasCommittedFigure(result, dialect),
    };

    /// <summary>Writes a record of a run that no target is about.</summary>
    public RunReport Write(HostTask task, RunRecord record) => new(task.Task, record, RunRecordStore.Write(folder, record), TargetMet: null);

    // Null when the run cannot tell: a part of a list, or not the official one.
    private static bool? JudgeTarget(HostTask task, AccuracyResult result)
    {
        bool canJudge = task.ListIdentity.IsOfficial && result.Samples.Count == task.List.Samples.Count;
        return canJudge && result.Quality is { } quality ? quality >= task.Task.TargetValue : null;
    }

    private static SampleAnswer AnswerOf(SampleResult result) => new()
    {
        File = result.File,
        ClassIndex = result.ClassIndex,
        TopOne = result.TopOne,
        Score = result.Score,
        Output = result.OutputSha256[..16],
    };
}
