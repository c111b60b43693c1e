namespace Tiny.Bench.Results.Import.Lines;

/// <summary>What a board prints of its output: <c>m-results-[0.023,0.977,]</c>.</summary>
internal static class AnswerMessage
{
    private const string Key = "m-results-[";

    // The longest output of the suite has 12 values.
    private const int MostValues = 4096;

    /// <summary>Reads the values, separated by commas or blanks, with an empty last one in some firmware.</summary>
    /// <param name="message">The line's message.</param>
    /// <param name="found">Whether the line is such a message, readable or not.</param>
    /// <param name="values">The values, finite, at least one.</param>
    public static bool TryParse(ReadOnlySpan<char> message, out bool found, out double[] values)
    {
        values = [];
        int start = message.IndexOf(Key, StringComparison.Ordinal);
        found = start >= 0;
        if (!found)
            return false;
        ReadOnlySpan<char> rest = message[(start + Key.Length)..];
        int end = rest.IndexOf(']');
        if (end < 0)
            return false;

        var list = new List<double>();
        ReadOnlySpan<char> inner = rest[..end];
        foreach (Range range in inner.SplitAny(',', ' '))
        {
            ReadOnlySpan<char> item = inner[range].Trim();
            if (item.IsEmpty)
                continue;
            if (list.Count == MostValues || !Figure.TryParseNumber(item, out double value))
                return false;
            list.Add(value);
        }

        values = [.. list];
        return values.Length > 0;
    }
}
