namespace Tiny.Bench.Core.Metrics;

/// <summary>Area under the ROC curve.</summary>
public static class Auc
{
    /// <summary>The chance that a positive scores above a negative, a tie counting half; null unless there are both.</summary>
    /// <param name="scores">The higher, the more positive; not NaN.</param>
    /// <param name="positives">Whether each sample is a positive (an anomaly).</param>
    /// <remarks>Counted in integers and divided once. Source: Mann and Whitney 1947, U / (positives * negatives).</remarks>
    public static double? Of(ReadOnlySpan<double> scores, ReadOnlySpan<bool> positives)
    {
        long hits = 0, falseAlarms = 0, halfWins = 0;
        foreach ((long p, long n) in RankedScores.Group(scores, positives))
        {
            halfWins += n * ((2 * hits) + p);
            hits += p;
            falseAlarms += n;
        }

        return hits == 0 || falseAlarms == 0 ? null : halfWins / (2.0 * hits * falseAlarms);
    }
}
