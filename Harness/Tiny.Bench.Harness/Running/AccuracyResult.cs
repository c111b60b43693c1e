using Tiny.Bench.Core.Metrics;
using Tiny.Bench.Core.Tasks;

namespace Tiny.Bench.Harness.Running;

/// <summary>How well a system does on a list, or on the start of one.</summary>
public sealed record AccuracyResult
{
    /// <summary>The false positive rate up to which <see cref="PartialAuc"/> is taken.</summary>
    /// <remarks>Source: DCASE 2020 task 2, as published with the reference scores of ad01.</remarks>
    public const double PartialAucRate = 0.1;

    private AccuracyResult(QualityMetric metric, IReadOnlyList<SampleResult> samples)
    {
        Metric = metric;
        Samples = samples;
    }

    /// <summary>The task's metric; only its figures are set.</summary>
    public QualityMetric Metric { get; }

    /// <summary>One result per sample, in the list's order; at least one.</summary>
    public IReadOnlyList<SampleResult> Samples { get; }

    /// <summary>Samples whose highest score is that of their class, or whose anomaly score is on the right side of the threshold.</summary>
    public int? Correct { get; private init; }

    /// <summary><see cref="Correct"/> as a share, 0 to 1; of a detector null, because a share at one threshold is no top-1 accuracy.</summary>
    public double? Accuracy => Metric == QualityMetric.TopOne ? Correct / (double)Samples.Count : null;

    /// <summary>The values of <see cref="Accuracy"/> that <see cref="Correct"/> does not contradict, at 95 %.</summary>
    public WilsonInterval? Interval => Metric == QualityMetric.TopOne && Correct is { } correct ? WilsonInterval.Of(correct, Samples.Count) : null;

    /// <summary>Area under the ROC curve; null unless both classes occur.</summary>
    public double? Auc { get; private init; }

    /// <summary>Standardised area up to <see cref="PartialAucRate"/>; null unless both classes occur.</summary>
    public double? PartialAuc { get; private init; }

    /// <summary>Mean of the anomaly scores.</summary>
    public double? MeanScore { get; private init; }

    /// <summary>The figure that the target is held against; null when there is none.</summary>
    public double? Quality => Metric == QualityMetric.TopOne ? Accuracy : Auc;

    /// <summary>Draws the figures of a metric from the samples' results.</summary>
    /// <param name="metric">The task's.</param>
    /// <param name="samples">At least one; with top-1 or score as the metric asks.</param>
    /// <param name="threshold">Anomaly score above which a sample counts as an anomaly; null for none.</param>
    public static AccuracyResult Of(QualityMetric metric, IReadOnlyList<SampleResult> samples, double? threshold = null)
    {
        if (metric == QualityMetric.TopOne)
            return new AccuracyResult(metric, samples) { Correct = samples.Count(sample => sample.TopOne == sample.ClassIndex) };

        double[] scores = [.. samples.Select(sample => sample.Score!.Value)];
        bool[] anomalies = [.. samples.Select(sample => sample.ClassIndex == 1)];
        return new AccuracyResult(metric, samples)
        {
            Auc = Core.Metrics.Auc.Of(scores, anomalies),
            PartialAuc = Core.Metrics.PartialAuc.Of(scores, anomalies, PartialAucRate),
            MeanScore = scores.Average(),
            Correct = threshold is { } limit ? samples.Count(sample => sample.Score > limit == (sample.ClassIndex == 1)) : null,
        };
    }
}
