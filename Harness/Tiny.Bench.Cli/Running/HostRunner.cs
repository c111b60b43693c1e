using Tiny.Bench.Cli.Output;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Harness.Running;
using Tiny.Bench.Harness.Systems;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Cli.Running;

/// <summary>Runs a task on the host's interpreter and writes its record: accuracy on several threads, performance on one.</summary>
internal sealed class HostRunner(Suite suite, Dialect dialect, RunRecords records, ProgressDisplay display, TimeProvider clock, int threads)
{
    private readonly BenchmarkRunner _runner = new(clock);
    private readonly TargetFacts _facts = new() { Target = "host", Kind = RunKind.Measured, Dialect = dialect.Name() };

    public async Task<RunReport> RunAccuracyAsync(HostTask task, int? samples, CancellationToken cancellation)
    {
        DateTimeOffset started = clock.GetUtcNow();
        AccuracyResult result = await MeasureAsync(task, dialect, samples, cancellation);
        RunComparison? comparison = dialect == Dialect.DoubleRounding
            ? null
            : RunComparison.Of(await MeasureAsync(task, Dialect.DoubleRounding, samples, cancellation), result);
        return records.WriteAccuracy(
            task,
            records.Describe(task, RunMode.Accuracy, started, _facts, task.Prepare(dialect)) with
            {
                Quality = records.Quality(result),
                Comparison = comparison is null ? null : RunRecords.Comparison(Dialect.DoubleRounding.Name(), comparison),
            },
            result,
            dialect);
    }

    public async Task<RunReport> RunPerformanceAsync(HostTask task, bool quick, CancellationToken cancellation)
    {
        DateTimeOffset started = clock.GetUtcNow();
        HostSystem system = task.CreateSystem(dialect, clock);
        PerformanceResult result;
        using (ProgressLine progress = display.Begin($"{task.Task.Id} windows"))
        {
            result = await _runner.RunPerformanceAsync(
                task.Task, task.List, system, suite.Performance, quick, step => progress.Report((step.Done, step.Total)), cancellation);
        }

        Interpreter interpreter = task.Prepare(dialect);
        TargetFacts facts = _facts with { System = new SystemRecord { KernelLibrary = KernelsOf(interpreter) } };
        return records.Write(
            task,
            records.Describe(task, RunMode.Performance, started, facts, interpreter) with { Performance = RunRecords.Performance(result) });
    }

    // All kernels give the same answers, not at the same speed: only times depend on them.
    private static string KernelsOf(Interpreter interpreter)
    {
        foreach (PlannedOperator planned in interpreter.Operators)
        {
            if (planned.KernelName != PreparedOperator.PlainKernel)
                return "fast";
        }

        return PreparedOperator.PlainKernel;
    }

    private async Task<AccuracyResult> MeasureAsync(HostTask task, Dialect spoken, int? samples, CancellationToken cancellation)
    {
        using ProgressLine progress = display.Begin($"{task.Task.Id} {spoken.Name()}");
        return await _runner.RunAccuracyAsync(
            task.Task,
            task.List,
            task.CreateSystems(spoken, clock, threads),
            samples,
            step => progress.Report((step.Done, step.Total)),
            cancellationToken: cancellation);
    }
}
