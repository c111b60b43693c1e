namespace Tiny.Bench.Results.Records;

/// <summary>How well: either the figures of a classifier, or those of an anomaly detector.</summary>
public sealed record QualityRecord
{
    /// <summary>Samples that were run; null when the source does not say.</summary>
    public int? Samples { get; init; }

    /// <summary>Samples whose highest score is that of their class, or whose anomaly score is on the right side of the task's threshold.</summary>
    public int? Correct { get; init; }

    /// <summary>Top-1 as a share, 0 to 1: <see cref="Correct"/> of <see cref="Samples"/>, or as published.</summary>
    public double? Accuracy { get; init; }

    /// <summary>Lower limit of the 95 % Wilson interval of <see cref="Accuracy"/>.</summary>
    public double? WilsonLow { get; init; }

    /// <summary>Upper limit of the 95 % Wilson interval of <see cref="Accuracy"/>.</summary>
    public double? WilsonHigh { get; init; }

    /// <summary>Area under the ROC curve.</summary>
    public double? Auc { get; init; }

    /// <summary>Standardised area up to a false positive rate of 0.1.</summary>
    public double? PartialAuc { get; init; }

    /// <summary>Best mean of precision and recall over the thresholds, 0 to 1: what the official runner prints as top-1 of ad01.</summary>
    public double? PrecisionRecall { get; init; }

    /// <summary>Mean anomaly score.</summary>
    public double? MeanScore { get; init; }

    /// <summary>
    /// SHA-256 of the answers sample by sample, 64 lower-case hexadecimal digits. They lie beside the record, see <see cref="AnswerFile"/>;
    /// null when they were not kept.
    /// </summary>
    public string? AnswersSha256 { get; init; }
}
