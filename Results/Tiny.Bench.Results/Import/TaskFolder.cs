namespace Tiny.Bench.Results.Import;

/// <summary>The names that task folders have had over the rounds.</summary>
internal static class TaskFolder
{
    /// <summary>The task id of a folder.</summary>
    public static bool TryParse(string folder, out string task)
    {
        task = folder.ToLowerInvariant() switch
        {
            "ad" or "ad01" or "anomaly_detection" => "ad01",
            "ic" or "ic01" or "image_classification" => "ic01",
            "ic2" or "ic02" => "ic02",
            "kws" or "kws01" or "keyword_spotting" => "kws01",
            "vww" or "vww01" or "visual_wake_words" => "vww01",
            "sww" or "sww01" or "strww01" or "streaming_wakeword" => "sww01",
            _ => "",
        };
        return task.Length > 0;
    }
}
