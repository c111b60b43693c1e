using System.Globalization;
using Tiny.Bench.Boards.Protocol;
using Tiny.Bench.Boards.Systems;
using Tiny.Bench.Boards.Targets;
using Tiny.Bench.Cli.Output;
using Tiny.Bench.Harness.Conformance;
using Tiny.Bench.Harness.Systems;

namespace Tiny.Bench.Cli.Running;

/// <summary>A conformance run on a board: the vectors one operator at a time, then whole models, then the invariants.</summary>
internal sealed class TargetConformance(BoardTargets targets, ProgressDisplay display)
{
    /// <summary>Runs it all; what failed is told, and made small where it can be.</summary>
    /// <param name="request">What to run.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <exception cref="Core.TinyBenchException">The link or the board failed; how far the run came was told before.</exception>
    public async Task<IReadOnlyList<ConformanceReport>> RunAsync(TargetConformanceRequest request, CancellationToken cancellation)
    {
        var reports = new List<ConformanceReport>();
        try
        {
            await using (BoardVectorTarget board = await BoardVectorTarget.OpenAsync(targets, request.Target, request.Dialect, cancellation))
            {
                Introduce(request.Target, board);
                reports.Add(await RunVectorsAsync(request, board, cancellation));
            }

            var models = new ModelConformance(targets, display);
            foreach ((int index, HostTask task) in request.Tasks.Index())
                reports.AddRange(await models.RunAsync(request.Target, task, request.Dialect, request.Inputs, withInvariants: index == 0, cancellation));
            return reports.Exists(report => report.Failures.Any(failure => failure.Vector is not null))
                ? await CutAsync(request, reports, cancellation)
                : reports;
        }
        catch (Exception problem) when (reports.Count > 0 && (problem is Core.TinyBenchException or OperationCanceledException))
        {
            display.WriteLine($"{request.Target}: broken off; done before: {string.Join(", ", reports.Select(Progress))}");
            throw;
        }
    }

    private void Introduce(TargetAddress address, BoardVectorTarget board)
    {
        Capabilities firmware = board.Board.Capabilities;
        display.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{address}: {firmware.Board}, kernels {firmware.Kernels}, {firmware.Dialect}, {firmware.ArenaBytes} bytes of arena, {firmware.PlanBytes} for plans"));
    }

    private async Task<ConformanceReport> RunVectorsAsync(TargetConformanceRequest request, BoardVectorTarget board, CancellationToken cancellation)
    {
        using ProgressLine progress = display.Begin($"vectors on {request.Target}");
        var counted = new LastProgress(progress);
        try
        {
            return await VectorConformance.RunAsync(request.VectorFolder, board, counted, cancellation: cancellation);
        }
        catch (Exception problem) when (problem is Core.TinyBenchException or OperationCanceledException)
        {
            display.WriteLine($"{request.Target}: the vectors ended after {counted.Last.Done} of {counted.Last.Total}");
            throw;
        }
        finally
        {
            foreach (string incident in board.Board.Incidents)
                display.WriteLine($"{request.Target}: made good: {incident}");
        }
    }

    private async Task<IReadOnlyList<ConformanceReport>> CutAsync(
        TargetConformanceRequest request, IReadOnlyList<ConformanceReport> reports, CancellationToken cancellation)
    {
        await using BoardVectorTarget board = await BoardVectorTarget.OpenAsync(targets, request.Target, request.Dialect, cancellation);
        return await new CutOutFinder(request.CutoutFolder, display).AddToAsync(board, reports, cancellation);
    }

    private static string Progress(ConformanceReport report) =>
        string.Create(CultureInfo.InvariantCulture, $"{report.Source} ({report.Passed} of {report.Passed + report.Failed} equal)");
}
