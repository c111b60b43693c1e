namespace Tiny.Bench.Results.Analysis;

/// <summary>Area under the ROC curve as EEMBC's runner computes it: on 101 thresholds. Lower than by rank where scores crowd below 0.01.</summary>
/// <remarks>
/// Positive is a score strictly above the threshold; the point of the lowest threshold is replaced by (1, 1); straight lines between the points.
/// By it the reference's kws log has 0.9931, by rank (<see cref="Core.Metrics.Auc"/>) 0.9953. Source: EEMBC energyrunner, ulp-mlperf.
/// </remarks>
public static class Auc101
{
    private const int Steps = 100;

    /// <summary>Each class against the others on the thresholds 0.00 to 1.00, and the mean over the classes; null unless every class has samples, and not all.</summary>
    /// <param name="scores">For each sample a score for each class, usually 0 to 1; not NaN.</param>
    /// <param name="classes">Index of each sample's class.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a class has no score.</exception>
    public static double? OfClasses(IReadOnlyList<double[]> scores, ReadOnlySpan<int> classes)
    {
        if (scores.Count != classes.Length)
            throw new ArgumentException($"There are {scores.Count} samples for {classes.Length} classes.", nameof(classes));
        int count = scores.Count == 0 ? 0 : scores[0].Length;
        if (scores.Any(vector => vector.Length != count) || classes.ContainsAnyExceptInRange(0, count - 1))
            throw new ArgumentException("The samples have different numbers of scores, or a class has none.", nameof(scores));

        double sum = 0;
        bool[] positives = new bool[classes.Length];
        double[] column = new double[classes.Length];
        for (int label = 0; label < count; label++)
        {
            for (int sample = 0; sample < classes.Length; sample++)
            {
                positives[sample] = classes[sample] == label;
                column[sample] = scores[sample][label];
            }

            if (Area(column, positives, 0, 1) is not { } area)
                return null;
            sum += area;
        }

        return count == 0 ? null : sum / count;
    }

    /// <summary>Anomaly scores on 101 thresholds from the lowest to the highest score; null unless there are both classes.</summary>
    /// <param name="scores">The higher, the more anomalous; not NaN.</param>
    /// <param name="anomalies">Whether each sample is an anomaly.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double? OfAnomalies(double[] scores, bool[] anomalies) =>
        scores.Length == 0 && anomalies.Length == 0 ? null : Area(scores, anomalies, scores.Min(), scores.Max());

    private static double? Area(double[] scores, bool[] positives, double lowest, double highest)
    {
        if (scores.Length != positives.Length)
            throw new ArgumentException($"There are {scores.Length} scores for {positives.Length} classes.", nameof(scores));
        if (scores.Any(double.IsNaN))
            throw new ArgumentException("A score is NaN and is above no threshold.", nameof(scores));
        int hits = positives.Count(positive => positive), misses = positives.Length - hits;
        if (hits == 0 || misses == 0)
            return null;

        double area = 0;
        (double X, double Y) last = (1, 1);
        for (int step = 1; step <= Steps; step++)
        {
            double threshold = lowest + ((highest - lowest) * step / Steps);
            int hit = 0, falseAlarm = 0;
            for (int sample = 0; sample < scores.Length; sample++)
            {
                if (scores[sample] <= threshold)
                    continue;
                if (positives[sample])
                    hit++;
                else
                    falseAlarm++;
            }

            (double X, double Y) point = ((double)falseAlarm / misses, (double)hit / hits);
            area += (last.X - point.X) * (last.Y + point.Y) / 2;
            last = point;
        }

        return area;
    }
}
