namespace Tiny.Bench.Core.Metrics;

/// <summary>Area under the left end of the ROC curve, where false alarms are few.</summary>
public static class PartialAuc
{
    /// <summary>The area up to a false positive rate, standardised to 0.5 for chance and 1 for perfect; null unless there are both classes.</summary>
    /// <param name="scores">The higher, the more positive; not NaN.</param>
    /// <param name="positives">Whether each sample is a positive (an anomaly).</param>
    /// <param name="maximumFalsePositiveRate">Above 0, at most 1; the curve is interpolated linearly there.</param>
    /// <remarks>Source: McClish 1989; the same figure as scikit-learn's roc_auc_score with max_fpr. At 1 it is <see cref="Auc"/>.</remarks>
    public static double? Of(ReadOnlySpan<double> scores, ReadOnlySpan<bool> positives, double maximumFalsePositiveRate)
    {
        if (!(maximumFalsePositiveRate is > 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(maximumFalsePositiveRate), maximumFalsePositiveRate, "Expected above 0, at most 1.");
        List<(long Positives, long Negatives)> groups = RankedScores.Group(scores, positives);
        long allPositives = groups.Sum(group => group.Positives);
        long allNegatives = groups.Sum(group => group.Negatives);
        if (allPositives == 0 || allNegatives == 0)
            return null;

        // The curve in counts: x false alarms, y hits. Each group of equal scores is one straight piece.
        double limit = maximumFalsePositiveRate * allNegatives;
        double area = 0;
        double x = 0, y = 0;
        foreach ((long p, long n) in groups)
        {
            double width = Math.Min(n, limit - x);
            if (n > 0 && width <= 0)
                break;
            double rise = n == 0 ? p : p * (width / n);
            area += width * (y + (rise / 2));
            x += width;
            y += rise;
        }

        double least = 0.5 * maximumFalsePositiveRate * maximumFalsePositiveRate;
        double most = maximumFalsePositiveRate;
        double partial = area / ((double)allPositives * allNegatives);
        return 0.5 * (1 + ((partial - least) / (most - least)));
    }
}
