namespace Tiny.Bench.Results.Analysis;

/// <summary>Harmonic mean of precision and recall: what the official checker shows as the accuracy of streaming wakeword.</summary>
public static class F1Score
{
    /// <summary>2 TP / (2 TP + FP + FN), 0 to 1; null when nothing was there and nothing was heard.</summary>
    /// <param name="truePositives">Words heard.</param>
    /// <param name="falseNegatives">Words missed.</param>
    /// <param name="falsePositives">Detections without a word.</param>
    public static double? Of(int truePositives, int falseNegatives, int falsePositives)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(truePositives);
        ArgumentOutOfRangeException.ThrowIfNegative(falseNegatives);
        ArgumentOutOfRangeException.ThrowIfNegative(falsePositives);
        double all = (2.0 * truePositives) + falsePositives + falseNegatives;
        return all == 0 ? null : 2.0 * truePositives / all;
    }
}
