using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Harness.Running;
using Tiny.Bench.Harness.Systems;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Harness.Conformance;

/// <summary>Holds an accuracy run of a board that only prints against what the reference would print for the same samples.</summary>
/// <remarks>Three digits hide most of an output: equal values are no proof of equal bytes, and the verdict is of printed values.</remarks>
/// <param name="runner">Runs the reference.</param>
/// <param name="clock">The host's.</param>
/// <param name="threads">Threads that run the reference, at least 1.</param>
public sealed class PrintedConformance(BenchmarkRunner runner, TimeProvider clock, int threads = 1)
{
    /// <summary>The form of a board that prints int8 codes.</summary>
    public const string RawCodes = "int8 codes";

    /// <summary>Compares with the first form and dialect that fit, or with those that fit best.</summary>
    /// <param name="task">What was run.</param>
    /// <param name="dialects">Roundings that the board may have, the likeliest first; at least one.</param>
    /// <param name="board">Its answers; the comparison is over as many samples.</param>
    /// <param name="progress">Called after each sample of the reference, anew for each dialect and form.</param>
    /// <param name="cancellationToken">Ends the comparison between two inferences.</param>
    /// <exception cref="Core.TinyBenchException">A sample is missing or malformed.</exception>
    public async ValueTask<PrintedComparison> CompareAsync(
        HostTask task, IReadOnlyList<Dialect> dialects, AccuracyResult board, Action<RunProgress>? progress, CancellationToken cancellationToken)
    {
        PrintedComparison? best = null;
        foreach (Dialect dialect in dialects)
        {
            foreach (bool rawCodes in FormsOf(task.Task))
            {
                IReadOnlyList<HostSystem> hosts = task.CreateSystems(dialect, clock, threads);
                if (rawCodes && hosts[0].OutputQuantization is null)
                    continue;
                PrintedSystem[] printed = [.. hosts.Select(host => new PrintedSystem(host, task.Task, rawCodes))];
                AccuracyResult reference = await runner.RunAccuracyAsync(
                    task.Task, task.List, printed, board.Samples.Count, progress, cancellationToken: cancellationToken);
                var comparison = new PrintedComparison(dialect, rawCodes ? RawCodes : "three digits", RunComparison.Of(reference, board));
                if (best is null || comparison.Outputs.DifferingSamples < best.Outputs.DifferingSamples)
                    best = comparison;
                if (best.Outputs.DifferingSamples == 0)
                    return best;
            }
        }

        return best!;
    }

    private static bool[] FormsOf(BenchmarkTask task) => task.Results == ResultPrinting.MeanSquare ? [false] : [false, true];
}
