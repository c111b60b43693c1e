namespace Tiny.Bench.Results.Rules.Texts;

/// <summary>The score of a streaming wakeword run: <c>Accuracy: 44 True positives, 6 False negatives, 4 False positives</c>.</summary>
internal readonly record struct DetectionsLine(int TruePositives, int FalseNegatives, int FalsePositives)
{
    /// <summary>Reads the line.</summary>
    public static bool TryParse(ReadOnlySpan<char> line, out DetectionsLine detections)
    {
        detections = default;
        int start = line.IndexOf("Accuracy:", StringComparison.Ordinal);
        if (start < 0)
            return false;
        ReadOnlySpan<char> rest = line[(start + "Accuracy:".Length)..];
        if (!TryTake(ref rest, "True positives", out int hits) || !TryTake(ref rest, "False negatives", out int misses) || !TryTake(ref rest, "False positives", out int alarms))
            return false;
        detections = new DetectionsLine(hits, misses, alarms);
        return true;
    }

    private static bool TryTake(ref ReadOnlySpan<char> text, string words, out int count)
    {
        count = 0;
        int at = text.IndexOf(words, StringComparison.Ordinal);
        if (at < 0 || !FigureLine.TryParseNumber(text[..at].TrimStart(" ,"), out double number) || number is < 0 or > int.MaxValue)
            return false;
        count = (int)number;
        text = text[(at + words.Length)..];
        return true;
    }
}
