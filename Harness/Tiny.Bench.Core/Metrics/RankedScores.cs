namespace Tiny.Bench.Core.Metrics;

/// <summary>Scores in groups of equals, highest first: the steps of a ROC curve.</summary>
internal static class RankedScores
{
    /// <summary>Number of positives and negatives in each group of equal scores.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or a score is NaN.</exception>
    public static List<(long Positives, long Negatives)> Group(ReadOnlySpan<double> scores, ReadOnlySpan<bool> positives)
    {
        if (scores.Length != positives.Length)
            throw new ArgumentException($"There are {scores.Length} scores for {positives.Length} classes.", nameof(scores));
        double[] sorted = scores.ToArray();
        bool[] classes = positives.ToArray();
        Array.Sort(sorted, classes);

        var groups = new List<(long Positives, long Negatives)>();
        for (int index = sorted.Length - 1; index >= 0; index--)
        {
            if (double.IsNaN(sorted[index]))
                throw new ArgumentException("A score is NaN and has no rank.", nameof(scores));
            if (index == sorted.Length - 1 || sorted[index] != sorted[index + 1])
                groups.Add(default);
            (long p, long n) = groups[^1];
            groups[^1] = classes[index] ? (p + 1, n) : (p, n + 1);
        }

        return groups;
    }
}
