using System.Globalization;

namespace Tiny.Bench.Results.Import.Lines;

/// <summary>How a streaming system hears: <c>Accuracy: 44 True positives, 6 False negatives, 4 False positives</c>.</summary>
internal readonly record struct HearingLine(int TruePositives, int FalseNegatives, int FalsePositives)
{
    private const string Start = "Accuracy:";

    /// <summary>Reads the line.</summary>
    /// <param name="message">The line's message.</param>
    /// <param name="found">Whether the line is such a line, readable or not.</param>
    /// <param name="hearing">What it says.</param>
    public static bool TryParse(ReadOnlySpan<char> message, out bool found, out HearingLine hearing)
    {
        hearing = default;
        found = message.StartsWith(Start, StringComparison.Ordinal);
        if (!found)
            return false;
        ReadOnlySpan<char> rest = message[Start.Length..];
        if (!TryTake(ref rest, "True positives", out int hits) || !TryTake(ref rest, "False negatives", out int misses)
            || !TryTake(ref rest, "False positives", out int falseAlarms))
        {
            return false;
        }

        hearing = new HearingLine(hits, misses, falseAlarms);
        return true;
    }

    private static bool TryTake(ref ReadOnlySpan<char> rest, string name, out int count)
    {
        count = 0;
        int start = rest.IndexOf(name, StringComparison.Ordinal);
        if (start < 0 || !int.TryParse(rest[..start].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out count))
            return false;
        rest = rest[(start + name.Length)..].TrimStart(',');
        return true;
    }
}
