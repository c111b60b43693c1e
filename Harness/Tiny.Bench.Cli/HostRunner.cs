using System.Reflection;
using Tiny.Bench.Cli.Output;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Harness.Running;
using Tiny.Bench.Harness.Systems;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Cli;

/// <summary>Runs a task on the host and writes its record: where harness and results meet.</summary>
internal sealed class HostRunner(Suite suite, Dialect dialect, string outputFolder, TextWriter error, TimeProvider clock)
{
    private readonly BenchmarkRunner _runner = new(clock);

    public async Task<RunReport> RunAccuracyAsync(HostTask task, int? samples, CancellationToken cancellation)
    {
        DateTimeOffset started = clock.GetUtcNow();
        AccuracyResult result = await MeasureAsync(task, dialect, samples, cancellation);
        RunComparison? comparison = dialect == Dialect.DoubleRounding
            ? null
            : RunComparison.Of(await MeasureAsync(task, Dialect.DoubleRounding, samples, cancellation), result);

        RunRecord record = Describe(task, RunMode.Accuracy, started) with
        {
            Quality = new QualityRecord
            {
                Samples = result.Samples.Count,
                Correct = result.Correct,
                Accuracy = result.Accuracy,
                WilsonLow = result.Interval?.Low,
                WilsonHigh = result.Interval?.High,
                Auc = result.Auc,
                PartialAuc = result.PartialAuc,
                MeanScore = result.MeanScore,
                AnswersSha256 = AnswerFile.Write(outputFolder, [.. result.Samples.Select(AnswerOf)]),
            },
            Comparison = comparison is null ? null : new ComparisonRecord
            {
                Reference = Dialect.DoubleRounding.Name(),
                DifferingInputs = comparison.DifferingSamples,
                TopOneChanges = comparison.TopOneChanges,
            },
        };
        bool canJudge = task.ListIdentity.IsOfficial && result.Samples.Count == task.List.Samples.Count;
        return Write(task, record, canJudge && result.Quality is { } quality ? quality >= task.Task.TargetValue : null);
    }

    public async Task<RunReport> RunPerformanceAsync(HostTask task, bool quick, CancellationToken cancellation)
    {
        DateTimeOffset started = clock.GetUtcNow();
        HostSystem system = task.CreateSystem(dialect, clock);
        PerformanceResult result;
        using (var progress = new ProgressLine(error, $"{task.Task.Id} windows"))
        {
            result = await _runner.RunPerformanceAsync(
                task.Task, task.List, system, suite.Performance, quick, step => progress.Report((step.Done, step.Total)), cancellation);
        }

        RunRecord record = Describe(task, RunMode.Performance, started) with
        {
            Performance = new PerformanceRecord
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
            },
        };
        return Write(task, record, targetMet: null);
    }

    private async Task<AccuracyResult> MeasureAsync(HostTask task, Dialect spoken, int? samples, CancellationToken cancellation)
    {
        using var progress = new ProgressLine(error, $"{task.Task.Id} {spoken.Name()}");
        return await _runner.RunAccuracyAsync(
            task.Task, task.List, task.CreateSystem(spoken, clock), samples, step => progress.Report((step.Done, step.Total)), cancellation);
    }

    private static SampleAnswer AnswerOf(SampleResult result) => new()
    {
        File = result.File,
        ClassIndex = result.ClassIndex,
        TopOne = result.TopOne,
        Score = result.Score,
        Output = result.OutputSha256[..16],
    };

    private RunReport Write(HostTask task, RunRecord record, bool? targetMet) =>
        new(task.Task, record, RunRecordStore.Write(outputFolder, record), targetMet);

    private RunRecord Describe(HostTask task, RunMode mode, DateTimeOffset started)
    {
        string informational = typeof(HostRunner).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        Interpreter interpreter = task.Prepare(dialect);
        (string version, GitState? git) = GitState.FromInformationalVersion(informational);
        return new RunRecord
        {
            SuiteVersion = suite.Version,
            Task = task.Task.Id,
            Mode = mode,
            Target = "host",
            Kind = RunKind.Measured,
            Started = started,
            ToolVersion = version,
            Git = git,
            Machine = MachineDescription.Current(),
            Model = new ModelRecord { File = Path.GetFileName(task.ModelFile.Path), Sha256 = task.ModelFile.Sha256 },
            Data = new DataRecord
            {
                Name = task.ListIdentity.Name,
                Official = task.ListIdentity.IsOfficial,
                Sha256 = task.ListIdentity.Sha256,
                Samples = task.List.Samples.Count,
            },
            Dialect = dialect.Name(),
            Memory = ModelFacts.MemoryOf(interpreter),
            Operators = ModelFacts.OperatorsOf(interpreter),
        };
    }
}
