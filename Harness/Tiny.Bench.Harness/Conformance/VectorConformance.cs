using Tiny.Bench.Harness.Running;
using Tiny.Bench.Reference.Vectors;

namespace Tiny.Bench.Harness.Conformance;

/// <summary>Runs a folder of kernel vectors on a target.</summary>
public static class VectorConformance
{
    /// <summary>Judges every case of <paramref name="directory"/> in the target's dialect.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="target">Runs the cases.</param>
    /// <param name="progress">Told after every case.</param>
    /// <param name="threads">Cases that the target is given at once; more than 1 for <see cref="HostVectorTarget"/> only.</param>
    /// <param name="cancellation">Ends the work between two cases.</param>
    /// <remarks>A case that cannot be read, or contradicts itself, counts as one that could not be judged: it does not hide the others.</remarks>
    /// <exception cref="VectorFormatException">A file is missing or torn.</exception>
    /// <exception cref="Core.TinyBenchException">The target failed.</exception>
    public static async ValueTask<ConformanceReport> RunAsync(
        string directory, IVectorTarget target, IProgress<(int Done, int Total)>? progress = null, int threads = 1, CancellationToken cancellation = default)
    {
        VectorSuite suite = VectorSuite.Open(directory);
        var results = new VectorResult[suite.Cases.Count];
        int done = 0;
        IVectorTarget[] targets = [.. Enumerable.Repeat(target, threads)];
        await OrderedWork<IVectorTarget>.RunAsync(targets, 0, results.Length, JudgeCaseAsync, cancellation);
        return new ConformanceReport
        {
            Source = directory,
            Dialect = target.Dialect,
            Passed = results.Count(result => result.Outcome == VectorOutcome.Passed),
            Failed = results.Count(result => result.Outcome == VectorOutcome.Failed),
            Equal = [.. results.Where(result => result.Outcome == VectorOutcome.Passed).Select(result => result.Case.Id)],
            Failures = [.. results.Where(result => result.Outcome == VectorOutcome.Failed).Select(result => ConformanceFailure.Of(result, target.Dialect))],
            Unsupported =
            [
                .. results
                    .Where(result => result.Outcome == VectorOutcome.Unsupported)
                    .Select(result => new UnsupportedCase(result.Case.Id, result.Reason, result.IsCarried)),
                .. suite.Refused.Select(refusal => new UnsupportedCase(refusal.Where, Malformed(refusal), IsCarried: true)),
            ],
            Summary = [.. results.Where(result => result.IsCarried).GroupBy(result => Category(result.Case.Id), StringComparer.Ordinal).Select(Summarize)],
        };

        async ValueTask JudgeCaseAsync(IVectorTarget one, int index)
        {
            results[index] = await JudgeAsync(one, suite.Cases[index], cancellation);
            progress?.Report((Interlocked.Increment(ref done), results.Length));
        }
    }

    private static async ValueTask<VectorResult> JudgeAsync(IVectorTarget target, VectorCase vectorCase, CancellationToken cancellation)
    {
        try
        {
            return await target.RunAsync(vectorCase, cancellation);
        }
        catch (VectorFormatException contradiction)
        {
            return VectorResult.Unsupported(vectorCase, Malformed(contradiction));
        }
    }

    private static string Malformed(VectorFormatException error) => $"malformed: {error.Problem}";

    private static string Category(string id) => id.Contains('/', StringComparison.Ordinal) ? id[..id.IndexOf('/', StringComparison.Ordinal)] : id;

    private static string Summarize(IGrouping<string, VectorResult> category) =>
        $"{category.Key}: {category.Count(result => result.Outcome == VectorOutcome.Passed)} of {category.Count()} equal";
}
