using System.Runtime.InteropServices;
using Tiny.Bench.Boards.Systems;
using Tiny.Bench.Boards.Targets;
using Tiny.Bench.Cli.Output;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Harness.Conformance;
using Tiny.Bench.Harness.Conformance.Dialects;
using Tiny.Bench.Harness.Systems;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Vectors;

namespace Tiny.Bench.Cli.Running;

/// <summary>
/// Runs inputs on a board and names the rule that explains its answers: from checksums where it tells them, with tie probes where those leave
/// several rules, else from what it prints.
/// </summary>
internal sealed class DialectSearch(BoardTargets targets, ProgressDisplay display)
{
    private const string Checksums = "checksums";

    /// <summary>Inputs when a board tells checksums: one network has thousands of accumulators.</summary>
    public const int TracedInputs = 3;

    /// <summary>Inputs when a board only prints: the telling ones, and more that would show an arithmetic which is none of the rules.</summary>
    public const int PrintedInputs = 50;

    /// <summary>Runs the inputs and judges the answers.</summary>
    /// <param name="address">The board.</param>
    /// <param name="task">Model and samples.</param>
    /// <param name="inputs">Most inputs; null for what the kind of evidence needs.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="Core.TinyBenchException">The link or the board failed, or what it prints tells no dialect.</exception>
    public async Task<DialectFinding> RunAsync(TargetAddress address, HostTask task, int? inputs, CancellationToken cancellation)
    {
        DialectFinding finding = await RunModelAsync(address, task, inputs, cancellation);
        return finding.Evidence == Checksums && finding.Verdict.EquallyExact.Count > 0
            ? await DecideAsync(address, finding, cancellation)
            : finding;
    }

    private async Task<DialectFinding> RunModelAsync(TargetAddress address, HostTask task, int? inputs, CancellationToken cancellation)
    {
        await using BoardTarget target = await targets.OpenAsync(address, BoardModels.Of(task), transcript: null, planProgress: null, cancellation);
        using ProgressLine progress = display.Begin($"{task.Task.Id} on {address}");
        return target.Session.System is IOperatorTracing tracing
            ? new DialectFinding(task.Task.Id, Checksums, await TraceAsync(task, tracing, inputs ?? TracedInputs, progress, cancellation))
            : new DialectFinding(task.Task.Id, "printed results", await PrintAsync(task, target.Session.System, inputs ?? PrintedInputs, progress, cancellation));
    }

    // Probes are a few operators, the model is many: they decide only between the rules that the model left.
    private async Task<DialectFinding> DecideAsync(TargetAddress address, DialectFinding finding, CancellationToken cancellation)
    {
        await using BoardVectorTarget board = await BoardVectorTarget.OpenAsync(targets, address, Dialect.DoubleRounding, cancellation);
        var samples = new List<OutputSample>();
        foreach (VectorCase probe in TieProbes.Cases)
        {
            VectorResult result = await board.RunAsync(probe, cancellation);
            if (result.Outcome == VectorOutcome.Unsupported)
                return finding;
            samples.Add(new OutputSample(new EvidenceInput(probe.Id), MemoryMarshal.AsBytes((result.Computed ?? probe.Output).Read<sbyte>()).ToArray()));
        }

        DialectVerdict decided = DialectFinder.FindByProbes(new OutputEvidence { Samples = samples });
        return decided.Exact is { } rule && (rule == finding.Verdict.Exact || finding.Verdict.EquallyExact.Contains(rule))
            ? new DialectFinding(finding.Task, "tie probes", decided)
            : finding;
    }

    private static async Task<DialectVerdict> TraceAsync(
        HostTask task, IOperatorTracing system, int count, ProgressLine progress, CancellationToken cancellation)
    {
        var samples = new List<TraceSample>();
        IReadOnlyList<TaskInput> inputs = await TaskInputs.ReadAsync(task, system, count, cancellation);
        foreach (TaskInput input in inputs)
        {
            IReadOnlyList<OperatorTrace> traces = await system.TraceAsync(input.Bytes, cancellation);
            samples.Add(new TraceSample(input.Source, [.. traces.Select(trace => trace.OutputCrc)]));
            progress.Report((samples.Count, inputs.Count));
        }

        var evidence = new TraceEvidence { Samples = samples, Asked = [.. inputs.Select(input => input.Source)] };
        return await DialectFinder.FindAsync(task, evidence, progress, cancellation);
    }

    private static async Task<DialectVerdict> PrintAsync(
        HostTask task, ISystemUnderTest system, int count, ProgressLine progress, CancellationToken cancellation)
    {
        using var answers = new ReferenceAnswerCache(ReferenceAnswerCache.DefaultFolder);
        var finder = new DialectFinder(answers);
        var samples = new List<PrintedSample>();
        IReadOnlyList<string> telling = await finder.ChooseSamplesAsync(task, progress, cancellation);
        IReadOnlyList<TaskInput> inputs = await TaskInputs.ReadAsync(task, telling, system, count, cancellation);
        foreach (TaskInput input in inputs)
        {
            InferenceResult result = await system.InferAsync(input.Bytes, cancellation);
            samples.Add(new PrintedSample(input.Source.File, [.. result.Scores.Select(score => (double)score)]));
            progress.Report((samples.Count, inputs.Count));
        }

        var evidence = new PrintedEvidence { Samples = samples, Asked = [.. inputs.Select(input => input.Source.File)] };
        return await finder.FindAsync(task, evidence, progress, cancellation);
    }
}
