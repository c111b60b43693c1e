using System.Globalization;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Leaderboards;

/// <summary>How good a system must be at a task in the closed division: what the rules ask, and the gate of the composite.</summary>
/// <param name="Figure">The figure that counts.</param>
/// <param name="Least">Its least value, 0 to 1; for a streaming task the counts of errors decide instead.</param>
/// <remarks>
/// Source: MLPerf Tiny rules v1.4, quality targets. Published records bring no suite with them, so the targets stand here; a test holds
/// them to those of suite.json.
/// </remarks>
internal sealed record QualityTarget(QualityFigure Figure, double Least)
{
    /// <summary>Most words that a streaming system may miss, and most that it may hear falsely.</summary>
    public const int MostStreamingErrors = 8;

    private static readonly Dictionary<string, QualityTarget> Targets = new(StringComparer.Ordinal)
    {
        ["kws01"] = new(QualityFigure.TopOne, 0.90),
        ["vww01"] = new(QualityFigure.TopOne, 0.80),
        ["ic01"] = new(QualityFigure.TopOne, 0.85),
        ["ic02"] = new(QualityFigure.TopOne, 0.91),
        ["ad01"] = new(QualityFigure.Auc, 0.85),
        ["sww01"] = new(QualityFigure.F1, 0),
    };

    /// <summary>The tasks that have a target.</summary>
    public static IReadOnlyCollection<string> Tasks => Targets.Keys;

    /// <summary>The target of a task; null for a task that the rules do not know.</summary>
    public static QualityTarget? Of(string task) => Targets.GetValueOrDefault(task);

    /// <summary>The figure that counts; for a task that the rules do not know the first that any record has: F1, top-1, AUC.</summary>
    public static QualityFigure FigureOf(string task, IReadOnlyList<RunRecord> records)
    {
        if (Of(task) is { } target)
            return target.Figure;
        if (records.Any(record => record.Streaming is not null))
            return QualityFigure.F1;
        return records.Any(record => record.Quality?.Accuracy is not null) ? QualityFigure.TopOne : QualityFigure.Auc;
    }

    /// <summary>Why the record misses the target, as a sentence; null when it meets it.</summary>
    public string? Miss(RunRecord record, double value)
    {
        if (record.Streaming is { } streaming && Figure == QualityFigure.F1)
        {
            return streaming.FalseNegatives <= MostStreamingErrors && streaming.FalsePositives <= MostStreamingErrors
                ? null
                : $"It misses {streaming.FalseNegatives} words and hears {streaming.FalsePositives} that are none; the target allows {MostStreamingErrors} of each.";
        }

        return value >= Least
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"Its {AccuracyFigure.NameOf(Figure)} of {value:F3} misses the target of {Least:F2}.");
    }
}
