namespace Tiny.Bench.Datasets.Conversion;

/// <summary>A raw data set that can be converted for a task.</summary>
/// <param name="Task">Id of the task: <c>kws01</c>.</param>
/// <param name="Dataset">Folder of the official layout; two tasks may share one.</param>
/// <param name="Takes">What the source has to be, for people.</param>
/// <param name="Open">
/// Looks through a source without reading what it converts; throws <see cref="Core.TinyBenchException"/> when it is no such source.
/// </param>
public sealed record RawForm(string Task, string Dataset, string Takes, Func<string, RawDataset> Open)
{
    /// <summary>All forms, by ascending task.</summary>
    public static IReadOnlyList<RawForm> All { get; } =
    [
        new("ad01", "ad01", ToyCarClips.Takes, ToyCarClips.Open),
        new("ic01", "ic01", CifarBatches.Takes, CifarBatches.Open),
        new("ic02", "ic01", CifarBatches.Takes, CifarBatches.Open),
        new("kws01", "kws01", SpokenWords.Takes, SpokenWords.ForKeywords),
        new("sww01", "sww01", SpokenWords.Takes, SpokenWords.ForWakeWord),
        new("vww01", "vww01", WakeWordImages.Takes, WakeWordImages.Open),
    ];
}
