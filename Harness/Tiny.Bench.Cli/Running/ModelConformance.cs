using System.Globalization;
using Tiny.Bench.Boards.Systems;
using Tiny.Bench.Boards.Targets;
using Tiny.Bench.Cli.Output;
using Tiny.Bench.Core;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Harness.Conformance;
using Tiny.Bench.Harness.Conformance.Invariants;
using Tiny.Bench.Harness.Systems;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Cli.Running;

/// <summary>Judges whole models on a board, operator by operator, and then what holds of every system.</summary>
internal sealed class ModelConformance(BoardTargets targets, ProgressDisplay display)
{
    /// <summary>Inputs of each model when the user does not say: enough to meet every operator, few enough for a slow board.</summary>
    public const int DefaultInputs = 3;

    private const int InvariantInputs = 2;

    /// <summary>Puts a task's model on the board and runs inputs through it.</summary>
    /// <param name="address">The board.</param>
    /// <param name="task">Model and samples.</param>
    /// <param name="dialect">The rounding to judge by; null for the board's claim.</param>
    /// <param name="inputs">At least 1.</param>
    /// <param name="withInvariants">Whether the invariants are tried as well.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <returns>One report on the model; with the invariants a second one.</returns>
    /// <exception cref="TinyBenchException">The link or the board failed.</exception>
    public async Task<IReadOnlyList<ConformanceReport>> RunAsync(
        TargetAddress address, HostTask task, Dialect? dialect, int inputs, bool withInvariants, CancellationToken cancellation)
    {
        try
        {
            BoardModel model = BoardModels.Of(task);
            await using BoardTarget target = await OpenAsync(address, task, model, cancellation);
            IOperatorTracing system = target.Session.System as IOperatorTracing
                ?? throw new SystemUnderTestException(target.Session.System.Name, "does not show its operators; expected firmware with our extension");
            Interpreter reference = task.Prepare(dialect ?? ClaimOf(target));
            List<ConformanceReport> reports = [await CompareAsync(address, task, system, reference, inputs, cancellation)];
            if (withInvariants)
                reports.Add(await CheckInvariantsAsync(address, task, system, reference, cancellation));
            return reports;
        }
        catch (Exception problem) when (problem is ModelDoesNotFitException or UnsupportedOperatorException)
        {
            return [NotCarried(task, dialect ?? Dialect.DoubleRounding, problem.Message)];
        }
    }

    private async Task<BoardTarget> OpenAsync(TargetAddress address, HostTask task, BoardModel model, CancellationToken cancellation)
    {
        using ProgressLine upload = display.Begin($"{task.Task.Id} plan to {address}");
        return await targets.OpenAsync(address, model, transcript: null, (sent, total) => upload.Report((sent, total)), cancellation);
    }

    private async Task<ConformanceReport> CompareAsync(
        TargetAddress address, HostTask task, IOperatorTracing system, Interpreter reference, int inputs, CancellationToken cancellation)
    {
        using ProgressLine progress = display.Begin($"{task.Task.Id} operators on {address}");
        SystemConformanceResult result = await new SystemConformance(system, reference).RunAsync(
            task.Task, task.List, inputs, done => progress.Report((done, inputs)), cancellation);
        return new ConformanceReport
        {
            Source = task.Task.Id,
            Dialect = reference.Dialect,
            Passed = result.Inputs - result.Differences.Count,
            Failed = result.Differences.Count,
            Failures = [.. result.Differences.Select(difference => ConformanceFailure.Of(task.Task.Id, difference, reference.Dialect))],
            Unsupported = [],
            Summary = [string.Create(CultureInfo.InvariantCulture, $"{task.Task.Id}: {result.Equal} of {result.Operators} operator outputs equal over {result.Inputs} inputs")],
        };
    }

    private async Task<ConformanceReport> CheckInvariantsAsync(
        TargetAddress address, HostTask task, IOperatorTracing system, Interpreter reference, CancellationToken cancellation)
    {
        using ProgressLine progress = display.Begin($"invariants on {address}");
        var subject = new InvariantSubject
        {
            System = system,
            Inputs = [.. (await TaskInputs.ReadAsync(task, system, InvariantInputs, cancellation)).Select(input => input.Bytes)],
            EndsInSoftmax = reference.Operators[^1].Model is { Name: "SOFTMAX" } && system.OutputQuantization is not null,
        };
        return InvariantReport.Of($"invariants ({task.Task.Id})", reference.Dialect, await InvariantSuite.CheckAsync(subject, progress, cancellation));
    }

    private static ConformanceReport NotCarried(HostTask task, Dialect dialect, string reason) => new()
    {
        Source = task.Task.Id,
        Dialect = dialect,
        Passed = 0,
        Failed = 0,
        Failures = [],
        Unsupported = [new UnsupportedCase(task.Task.Id, reason, IsCarried: false)],
        Summary = [],
    };

    /// <summary>The rounding that a board with our firmware says it has; of any other board the reference's.</summary>
    public static Dialect ClaimOf(BoardTarget target) =>
        target.Session.Extended is { } device && Dialects.TryParse(device.Capabilities.Dialect, out Dialect dialect) ? dialect : Dialect.DoubleRounding;
}
