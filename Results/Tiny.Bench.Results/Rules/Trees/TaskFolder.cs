namespace Tiny.Bench.Results.Rules.Trees;

/// <summary>A task as submissions name its folder.</summary>
/// <param name="Name">The name that the checker knows: <c>kws</c>.</param>
/// <param name="Id">Task id: <c>kws01</c>.</param>
/// <param name="Alias">The long name that some submissions use.</param>
/// <param name="Target">Least top-1 in percent, or least AUC, in the closed division; null for the streaming task, which counts words.</param>
/// <param name="MeasuresAuc">Whether the target is an AUC.</param>
/// <remarks>Source: MLPerf Tiny rules, quality targets; submission_checker.py v1.4, names of the task folders.</remarks>
public sealed record TaskFolder(string Name, string Id, string Alias, double? Target, bool MeasuresAuc = false)
{
    /// <summary>Every task of the benchmark, by name.</summary>
    public static IReadOnlyList<TaskFolder> All { get; } =
    [
        new("ad", "ad01", "anomaly_detection", 0.85, MeasuresAuc: true),
        new("ic", "ic01", "image_classification", 85),
        new("ic2", "ic02", "image_classification_large", 91),
        new("kws", "kws01", "keyword_spotting", 90),
        new("sww", "sww01", "streaming_wakeword", null),
        new("vww", "vww01", "visual_wake_words", 80),
    ];

    /// <summary>Whether it is the streaming task, which has no windows and no inputs.</summary>
    public bool IsStreaming => Target is null;

    /// <summary>The task of a folder's name, short or long; null for another name.</summary>
    public static TaskFolder? Find(string name) =>
        All.FirstOrDefault(task => string.Equals(task.Name, name, StringComparison.Ordinal) || string.Equals(task.Alias, name, StringComparison.Ordinal));

    /// <summary>The task of an id; null for another id.</summary>
    public static TaskFolder? FindId(string id) => All.FirstOrDefault(task => string.Equals(task.Id, id, StringComparison.Ordinal));
}
