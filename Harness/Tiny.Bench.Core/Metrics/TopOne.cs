namespace Tiny.Bench.Core.Metrics;

/// <summary>Top-1: the class that a classifier decides for.</summary>
public static class TopOne
{
    /// <summary>Index of the highest score, the first among equals; -1 when there is none. NaN never wins.</summary>
    public static int Of(ReadOnlySpan<float> scores)
    {
        int best = -1;
        for (int index = 0; index < scores.Length; index++)
        {
            if (best < 0 ? !float.IsNaN(scores[index]) : scores[index] > scores[best])
                best = index;
        }

        return best;
    }
}
