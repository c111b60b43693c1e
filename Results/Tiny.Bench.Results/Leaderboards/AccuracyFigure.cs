using Tiny.Bench.Core.Metrics;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Leaderboards;

/// <summary>How well, 0 to 1. Top-1 has the 95 % Wilson interval where the record counts its samples; AUC and F1 have none here.</summary>
internal sealed class AccuracyFigure(QualityFigure figure) : FigureSource
{
    // Logs print tenths of a percent: a share further than half of one from a count's was not made from that count.
    private const double PrintedHalfStep = 0.0005;

    public override Measure Measure => Measure.Accuracy;

    public override string Title => NameOf(figure);

    public override string Unit => "share";

    public override bool LowerIsBetter => false;

    public override IReadOnlyList<ComparabilityFact> Facts { get; } =
        [ComparabilityFact.SuiteVersion, ComparabilityFact.DataList, ComparabilityFact.Model, ComparabilityFact.Dialect];

    public static string NameOf(QualityFigure figure) => figure switch
    {
        QualityFigure.TopOne => "Top-1 accuracy",
        QualityFigure.Auc => "AUC",
        _ => "F1",
    };

    public override Figure? Of(RunRecord record) => figure switch
    {
        QualityFigure.TopOne => TopOne(record.Quality),
        QualityFigure.Auc => record.Quality?.Auc is { } auc ? Figure.Exact(auc) : null,
        _ => record.Streaming is { } heard ? Figure.Exact(F1(heard)) : null,
    };

    /// <summary>Correct and all samples of a top-1 figure; null when the record does not count them, or its counts contradict the share.</summary>
    public static (int Correct, int Samples)? CountsOf(QualityRecord quality)
    {
        if (quality.Samples is not { } samples || samples < 1 || (quality.Accuracy ?? Share(quality)) is not { } share || !(share is >= 0 and <= 1))
            return null;
        int correct = quality.Correct ?? (int)Math.Round(share * samples);
        bool fits = correct >= 0 && correct <= samples && Math.Abs(((double)correct / samples) - share) <= PrintedHalfStep;
        return fits ? (correct, samples) : null;
    }

    public override bool IsPossible(Figure figure) => figure.Value is >= 0 and <= 1;

    protected override string? RuleFault(RunRecord record) =>
        record is { Quality.Samples: { } run, Data.Samples: { } all } && run < all ? $"It ran {run} of the list's {all} samples." : null;

    private static Figure? TopOne(QualityRecord? quality)
    {
        if (quality is null || (quality.Accuracy ?? Share(quality)) is not { } share)
            return null;
        if (CountsOf(quality) is not { } counts)
            return Figure.Exact(share);
        WilsonInterval interval = WilsonInterval.Of(counts.Correct, counts.Samples);
        return new Figure(share, Math.Min(share, interval.Low), Math.Max(share, interval.High));
    }

    private static double? Share(QualityRecord quality) => quality is { Correct: { } correct, Samples: { } samples } ? (double)correct / samples : null;

    // In double: counts come from a file and may be as large as they like. NaN when they are impossible, or there is nothing to hear.
    private static double F1(StreamingRecord heard)
    {
        double hits = heard.TruePositives, misses = heard.FalseNegatives, alarms = heard.FalsePositives;
        return hits < 0 || misses < 0 || alarms < 0 ? double.NaN : 2 * hits / ((2 * hits) + alarms + misses);
    }
}
