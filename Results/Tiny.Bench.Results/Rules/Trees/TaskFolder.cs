using Tiny.Bench.Results.Leaderboards;

namespace Tiny.Bench.Results.Rules.Trees;

/// <summary>A task as submissions name its folder.</summary>
/// <param name="Name">The name that the checker knows: <c>kws</c>.</param>
/// <param name="Id">Task id: <c>kws01</c>.</param>
/// <param name="Alias">The long name that some submissions use.</param>
/// <remarks>Source: submission_checker.py v1.4, names of the task folders.</remarks>
public sealed record TaskFolder(string Name, string Id, string Alias)
{
    /// <summary>Every task of the benchmark, by name.</summary>
    public static IReadOnlyList<TaskFolder> All { get; } =
    [
        new("ad", "ad01", "anomaly_detection"),
        new("ic", "ic01", "image_classification"),
        new("ic2", "ic02", "image_classification_large"),
        new("kws", "kws01", "keyword_spotting"),
        new("sww", "sww01", "streaming_wakeword"),
        new("vww", "vww01", "visual_wake_words"),
    ];

    /// <summary>Whether it is the streaming task, which has no windows and no inputs.</summary>
    public bool IsStreaming => Quality.Figure == QualityFigure.F1;

    /// <summary>Whether its target is an AUC.</summary>
    public bool MeasuresAuc => Quality.Figure == QualityFigure.Auc;

    /// <summary>Least top-1 in percent, or least AUC, in the closed division; null for the streaming task, which counts words.</summary>
    public double? Target => IsStreaming ? null : MeasuresAuc ? Quality.Least : Math.Round(100 * Quality.Least, 6);

    private QualityTarget Quality => QualityTarget.Of(Id)!;

    /// <summary>The task of a folder's name, short or long; null for another name.</summary>
    public static TaskFolder? Find(string name) =>
        All.FirstOrDefault(task => string.Equals(task.Name, name, StringComparison.Ordinal) || string.Equals(task.Alias, name, StringComparison.Ordinal));

    /// <summary>The task of an id; null for another id.</summary>
    public static TaskFolder? FindId(string id) => All.FirstOrDefault(task => string.Equals(task.Id, id, StringComparison.Ordinal));
}
