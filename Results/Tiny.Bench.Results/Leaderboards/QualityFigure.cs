namespace Tiny.Bench.Results.Leaderboards;

/// <summary>Which figure says how well a system does a task.</summary>
internal enum QualityFigure
{
    /// <summary>Share of samples whose highest score is that of their class.</summary>
    TopOne,

    /// <summary>Area under the ROC curve of anomaly scores.</summary>
    Auc,

    /// <summary>2 TP / (2 TP + FP + FN) of a streaming task.</summary>
    F1,
}
