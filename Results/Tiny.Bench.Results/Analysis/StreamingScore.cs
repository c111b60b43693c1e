namespace Tiny.Bench.Results.Analysis;

/// <summary>How well a streaming system hears, counted from the times at which it heard something.</summary>
/// <param name="TruePositives">Words that were heard.</param>
/// <param name="FalseNegatives">Words that were not.</param>
/// <param name="FalsePositives">Detections outside of every word; those within a second of the first of them are one.</param>
/// <remarks>
/// The first detection is the pulse of the first frame, from which all others are timed; it is no word. Source: mlcommons/tiny runner, streaming wakeword;
/// spec/mlperf-tiny.md sections 0.2 and 1.11.
/// </remarks>
public readonly record struct StreamingScore(int TruePositives, int FalseNegatives, int FalsePositives)
{
    /// <summary>Seconds after a word in which it may still be heard, by the words of the rule.</summary>
    public const double RuleGrace = 1;

    /// <summary>The same as the official code counts, which adds the grace twice.</summary>
    public const double OfficialGrace = 2;

    private const double DebounceSeconds = 1;

    /// <summary>Counts.</summary>
    /// <param name="words">Start and end of each word, seconds.</param>
    /// <param name="milliseconds">Times of the detections, ascending; the first one is time zero.</param>
    /// <param name="grace">Seconds after a word's end that still belong to it.</param>
    public static StreamingScore Of(IReadOnlyList<(double Start, double End)> words, IReadOnlyList<double> milliseconds, double grace)
    {
        double[] heard = [.. milliseconds.Skip(1).Select(time => (time - milliseconds[0]) / 1000)];
        bool Belongs(double time, (double Start, double End) word) => time >= word.Start && time <= word.End + grace;

        int hits = words.Count(word => Array.Exists(heard, time => Belongs(time, word)));
        int alarms = 0;
        double last = double.NegativeInfinity;
        foreach (double time in heard.Where(time => !words.Any(word => Belongs(time, word))))
        {
            if (time - last <= DebounceSeconds)
                continue;
            alarms++;
            last = time;
        }

        return new StreamingScore(hits, words.Count - hits, alarms);
    }

    /// <summary>As published tables write it: <c>44/6/4</c>, true positives, false negatives, false positives.</summary>
    public override string ToString() => $"{TruePositives}/{FalseNegatives}/{FalsePositives}";
}
