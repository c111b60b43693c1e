using System.Globalization;
using Tiny.Bench.Boards.Protocol;
using Tiny.Bench.Boards.Systems;
using Tiny.Bench.Boards.Targets;
using Tiny.Bench.Cli.Output;
using Tiny.Bench.Core;
using Tiny.Bench.Core.Metrics;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Harness.Conformance;
using Tiny.Bench.Harness.Running;
using Tiny.Bench.Harness.Systems;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Cli.Running;

/// <summary>Runs a task on a board and writes its record, with the transcript of the link beside it. The reference's answers come from several threads.</summary>
internal sealed class BoardRunner(Suite suite, BoardTargets targets, RunRecords records, ProgressDisplay display, TimeProvider clock, int threads)
{
    private const int ConformanceInputs = 20;

    private readonly BenchmarkRunner _runner = new(clock);

    /// <summary>Opens the target, runs the modes one after the other, and closes it.</summary>
    public async Task<IReadOnlyList<RunReport>> RunAsync(
        TargetAddress address, HostTask task, IReadOnlyList<RunMode> modes, BoardRequest request, CancellationToken cancellation)
    {
        string? transcript = request.KeepTranscript
            ? string.Create(CultureInfo.InvariantCulture, $"{task.Task.Id}-{FileName(address)}-{clock.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}.transcript")
            : null;
        await using BoardTarget target = await OpenAsync(
            address, task, transcript is null ? null : Path.Combine(records.Folder, transcript), cancellation);
        EvidenceRecord? accuracy = transcript is null ? null : new EvidenceRecord { Accuracy = transcript };
        EvidenceRecord? performance = transcript is null ? null : new EvidenceRecord { Performance = transcript };
        var reports = new List<RunReport>();
        foreach (RunMode mode in modes)
        {
            int before = target.Session.Incidents.Count;
            RunReport report = mode switch
            {
                RunMode.Performance => await PerformanceAsync(address, target, task, request, performance, cancellation),
                RunMode.Conformance => await ConformanceAsync(address, target, task, request, accuracy, cancellation),
                _ => await AccuracyAsync(address, target, task, request, accuracy, cancellation),
            };
            foreach (string incident in target.Session.Incidents.Skip(before))
                display.WriteLine($"{task.Task.Id} on {address}: made good: {incident}");
            reports.Add(report);
        }

        return reports;
    }

    private async Task<BoardTarget> OpenAsync(TargetAddress address, HostTask task, string? transcript, CancellationToken cancellation)
    {
        using ProgressLine upload = display.Begin($"{task.Task.Id} plan to {address}");
        return await targets.OpenAsync(
            address, BoardModels.Of(task), transcript, (sent, total) => upload.Report((sent, total)), cancellation);
    }

    private async Task<RunReport> AccuracyAsync(
        TargetAddress address, BoardTarget target, HostTask task, BoardRequest request, EvidenceRecord? evidence, CancellationToken cancellation)
    {
        DateTimeOffset started = clock.GetUtcNow();
        TargetFacts facts = FactsOf(address, target);
        using var journal = SampleJournal.Open(
            Path.Combine(records.Folder, $".{task.Task.Id}-{FileName(address)}.journal"),
            new JournalHeader(task.Task.Id, address.ToString(), task.ModelFile.Sha256, task.ListIdentity.Sha256),
            request.Resume);
        AccuracyResult result;
        using (ProgressLine progress = display.Begin($"{task.Task.Id} on {address}"))
        {
            result = await _runner.RunAccuracyAsync(
                task.Task, task.List, target.Session.System, request.Samples, step => progress.Report((step.Done, step.Total)), journal, cancellation);
        }

        ComparisonRecord comparison = target.Session.Extended is null
            ? await ComparePrintedAsync(task, facts, result, cancellation)
            : RunRecords.Comparison(DialectOf(facts).Name(), RunComparison.Of(await OnHostAsync(task, DialectOf(facts), request.Samples, cancellation), result));
        RunReport report = records.WriteAccuracy(
            task,
            Describe(records, task, RunMode.Accuracy, started, facts, task.Prepare(DialectOf(facts))) with
            {
                Quality = records.Quality(result),
                Comparison = comparison,
                Evidence = evidence,
            },
            result,
            DialectOf(facts));
        journal.Complete();
        return report;
    }

    private async Task<ComparisonRecord> ComparePrintedAsync(HostTask task, TargetFacts facts, AccuracyResult result, CancellationToken cancellation)
    {
        using ProgressLine progress = display.Begin($"{task.Task.Id} reference");
        Dialect[] dialects = facts.Dialect is null ? Enum.GetValues<Dialect>() : [DialectOf(facts)];
        PrintedComparison printed = await new PrintedConformance(_runner, clock, threads).CompareAsync(
            task, dialects, result, step => progress.Report((step.Done, step.Total)), cancellation);
        return RunRecords.Comparison(printed.Dialect.Name(), printed.Outputs, printed.Form);
    }

    private async Task<RunReport> PerformanceAsync(
        TargetAddress address, BoardTarget target, HostTask task, BoardRequest request, EvidenceRecord? evidence, CancellationToken cancellation)
    {
        DateTimeOffset started = clock.GetUtcNow();
        TargetFacts facts = FactsOf(address, target);
        Interpreter interpreter = task.Prepare(DialectOf(facts));
        RunRecord record = Describe(records, task, RunMode.Performance, started, facts, interpreter) with { Evidence = evidence };
        using ProgressLine progress = display.Begin($"{task.Task.Id} windows on {address}");
        if (facts.Kind == RunKind.Simulated)
        {
            IOperatorTracing tracing = target.Session.System as IOperatorTracing
                ?? throw new SystemUnderTestException(target.Session.System.Name, "counts no instructions; expected firmware with our extension");
            IReadOnlyList<InstructionCount> counts = await _runner.CountInstructionsAsync(
                task.Task, task.List, tracing, suite.Performance.Windows, step => progress.Report((step.Done, step.Total)), cancellation);
            SystemConformanceResult traced = await new SystemConformance(tracing, interpreter).RunAsync(task.Task, task.List, 1, null, cancellation);
            record = record with
            {
                Instructions = new InstructionRecord
                {
                    Inputs = [.. counts.Select(count => new InputInstructionsRecord { Input = count.Input, Instructions = count.Instructions })],
                    MedianInstructions = Statistics.Median(counts.Select(count => (double)count.Instructions)),
                },
                Operators =
                [
                    .. record.Operators!.Zip(traced.OperatorTicks, (row, ticks) => row with { Instructions = tracing.Clock.InstructionsOf(ticks) }),
                ],
            };
        }
        else
        {
            PerformanceResult result = await _runner.RunPerformanceAsync(
                task.Task, task.List, target.Session.System, suite.Performance, request.Quick, step => progress.Report((step.Done, step.Total)), cancellation);
            record = record with { Performance = RunRecords.Performance(result) };
        }

        return records.Write(task, record);
    }

    private async Task<RunReport> ConformanceAsync(
        TargetAddress address, BoardTarget target, HostTask task, BoardRequest request, EvidenceRecord? evidence, CancellationToken cancellation)
    {
        DateTimeOffset started = clock.GetUtcNow();
        TargetFacts facts = FactsOf(address, target);
        IOperatorTracing tracing = target.Session.System as IOperatorTracing ?? throw new SystemUnderTestException(
            target.Session.System.Name, "does not show its operators; expected firmware with our extension. Run --mode accuracy, which judges what it prints");
        Interpreter interpreter = task.Prepare(DialectOf(facts));
        using ProgressLine progress = display.Begin($"{task.Task.Id} operators on {address}");
        int inputs = request.Samples ?? ConformanceInputs;
        SystemConformanceResult result = await new SystemConformance(tracing, interpreter).RunAsync(
            task.Task, task.List, inputs, done => progress.Report((done, inputs)), cancellation);
        return records.Write(
            task,
            Describe(records, task, RunMode.Conformance, started, facts, interpreter) with
            {
                Conformance = new ConformanceRecord
                {
                    Inputs = result.Inputs,
                    Operators = result.Operators,
                    Equal = result.Equal,
                    FirstDifference = result.Differences is [var first, ..] ? first.Describe() : null,
                },
                Evidence = evidence,
            });
    }

    private async Task<AccuracyResult> OnHostAsync(HostTask task, Dialect dialect, int? samples, CancellationToken cancellation)
    {
        using ProgressLine progress = display.Begin($"{task.Task.Id} reference");
        return await _runner.RunAccuracyAsync(
            task.Task, task.List, task.CreateSystems(dialect, clock, threads), samples, step => progress.Report((step.Done, step.Total)), cancellationToken: cancellation);
    }

    // A board holds the plan, not the file, and keeps its inputs; what the host's arena looks like says nothing of it.
    internal static RunRecord Describe(RunRecords records, HostTask task, RunMode mode, DateTimeOffset started, TargetFacts facts, Interpreter interpreter)
    {
        BoardModel model = BoardModels.Of(task);
        return records.Describe(task, mode, started, facts, interpreter) with
        {
            Memory = new MemoryRecord { ModelBytes = model.Plan.Length, ArenaBytes = model.ArenaBytes },
        };
    }

    internal static TargetFacts FactsOf(TargetAddress address, BoardTarget target)
    {
        Capabilities? firmware = target.Session.Extended?.Capabilities;
        return new TargetFacts
        {
            Target = address.ToString(),
            Kind = target.Session.System.Kind,
            System = new SystemRecord
            {
                Board = target.Board?.Title ?? firmware?.Board ?? target.Session.Identity.Vendor,
                Processor = target.Board?.Processor.Core,
                Compiler = firmware?.Compiler,
                KernelLibrary = firmware?.Kernels,
                FirmwareSha256 = firmware?.Firmware,
            },
            Dialect = firmware?.Dialect,
        };
    }

    // A board that does not tell is held against the reference's own rounding.
    internal static Dialect DialectOf(TargetFacts facts) =>
        facts.Dialect is { } name && Dialects.TryParse(name, out Dialect dialect) ? dialect : Dialect.DoubleRounding;

    internal static string FileName(TargetAddress address) =>
        string.Concat(address.ToString().Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' ? letter : '_'));
}
