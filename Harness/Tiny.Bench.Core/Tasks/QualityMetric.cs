using System.Text.Json.Serialization;

namespace Tiny.Bench.Core.Tasks;

/// <summary>The figure that a task's quality target is held against.</summary>
public enum QualityMetric
{
    /// <summary><c>top1</c>: share of samples whose highest score is that of their class.</summary>
    [JsonStringEnumMemberName("top1")]
    TopOne,

    /// <summary><c>auc</c>: area under the ROC curve of anomaly scores; class 1 is the anomaly.</summary>
    [JsonStringEnumMemberName("auc")]
    Auc,
}
