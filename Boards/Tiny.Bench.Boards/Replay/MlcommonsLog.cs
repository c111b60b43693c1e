using System.Globalization;

namespace Tiny.Bench.Boards.Replay;

/// <summary>Logs of the MLCommons runner: its own words, the device's lines are not in them (spec/mlperf-tiny.md section 2.3).</summary>
internal static class MlcommonsLog
{
    /// <summary>Reads all lines.</summary>
    public static void Read(string[] lines, RecordingBuilder builder)
    {
        int? count = null;
        TimeSpan? elapsed = null;
        foreach (string line in lines)
        {
            if (line.Contains("Loading file ", StringComparison.Ordinal))
                builder.Load(null);
            else if (After(line, "Device name retrieved: ") is { } vendor)
                builder.Named(vendor);
            else if (After(line, "Device model retrieved: ") is { } model)
                builder.Runs(model);
            else if (After(line, "Running inference with ") is { } iterations)
                count = Iterations(iterations, builder);
            else if (count is not null && After(line, "Runtime      :") is { } runtime)
                elapsed = Seconds(runtime);
            else if (After(line, "m-results    :") is { } results)
                builder.Results(results.Trim().TrimStart('[').TrimEnd(']'), elapsed);
        }
    }

    // "1/250 (warmup/measured) iterations ..."
    private static int? Iterations(string text, RecordingBuilder builder)
    {
        string[] numbers = text.Split(' ')[0].Split('/');
        if (numbers is not [var warmup, var measured]
            || !int.TryParse(warmup, NumberStyles.None, CultureInfo.InvariantCulture, out int before)
            || !int.TryParse(measured, NumberStyles.None, CultureInfo.InvariantCulture, out int count))
            return null;
        builder.Asked(count, before);
        return count;
    }

    private static TimeSpan? Seconds(string text) =>
        decimal.TryParse(text.Trim().Split(' ')[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal seconds) && seconds < 1e6m
            ? TimeSpan.FromMicroseconds((long)(seconds * 1_000_000))
            : null;

    private static string? After(string line, string words)
    {
        int start = line.IndexOf(words, StringComparison.Ordinal);
        return start < 0 ? null : line[(start + words.Length)..].TrimEnd();
    }
}
