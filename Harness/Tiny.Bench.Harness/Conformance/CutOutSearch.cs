using Tiny.Bench.Reference.Vectors;
using Tiny.Bench.Reference.Vectors.Cutting;

namespace Tiny.Bench.Harness.Conformance;

/// <summary>Shrinks a failing case, dimension by dimension, as long as the target still gets it wrong.</summary>
public static class CutOutSearch
{
    /// <summary>Most runs on the target; the search ends with what it has.</summary>
    public const int MostRuns = 20;

    /// <summary>Searches; the answers of smaller cases are those of the host's kernels.</summary>
    /// <param name="target">What gets the case wrong.</param>
    /// <param name="failing">The case, alone in a plan or not yet run alone.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>Null when the target computes the case right when it is run alone.</returns>
    /// <exception cref="Core.TinyBenchException">The target failed.</exception>
    public static async ValueTask<CutOut?> RunAsync(IVectorTarget target, VectorCase failing, CancellationToken cancellationToken)
    {
        VectorResult smallest = await target.RunAsync(failing, cancellationToken);
        int runs = 1;
        if (smallest.Outcome != VectorOutcome.Failed)
            return null;
        int steps = CaseCutter.StepsOf(failing);
        for (int step = 0; step < steps; step++)
        {
            while (await CutAsync(step) is { } smaller)
                smallest = smaller;
        }

        return new CutOut(smallest, runs);

        async ValueTask<VectorResult?> CutAsync(int step)
        {
            foreach (VectorCase candidate in CaseCutter.Smaller(smallest.Case, step, smallest.FirstElement, target.Dialect))
            {
                if (runs == MostRuns)
                    return null;
                runs++;
                VectorResult result = await target.RunAsync(candidate, cancellationToken);
                if (result.Outcome == VectorOutcome.Failed)
                    return result;
            }

            return null;
        }
    }
}
