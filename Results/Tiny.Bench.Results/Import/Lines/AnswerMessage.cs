namespace Tiny.Bench.Results.Import.Lines;

/// <summary>What a board prints of its output: <c>m-results-[0.023,0.977,]</c>, or as the MLCommons runner repeats it, <c>m-results    : [0.023, 0.977]</c>.</summary>
internal static class AnswerMessage
{
    private const string Key = "m-results";

    // The longest output of the suite has 12 values.
    private const int MostValues = 4096;

    /// <summary>Reads the values, separated by commas or blanks, with an empty last one in some firmware.</summary>
    /// <param name="message">The line's message.</param>
    /// <param name="found">Whether the line is such a message, readable or not.</param>
    /// <param name="values">The values, finite, at least one.</param>
    public static bool TryParse(ReadOnlySpan<char> message, out bool found, out double[] values)
    {
        values = [];
        found = TryFindList(message, out ReadOnlySpan<char> rest);
        int end = rest.IndexOf(']');
        if (!found || end < 0)
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

    private static bool TryFindList(ReadOnlySpan<char> message, out ReadOnlySpan<char> list)
    {
        list = [];
        int start = message.IndexOf(Key, StringComparison.Ordinal);
        if (start < 0)
            return false;
        ReadOnlySpan<char> rest = message[(start + Key.Length)..];
        rest = rest.StartsWith('-') ? rest[1..] : rest.TrimStart(" :");
        if (!rest.StartsWith('['))
            return false;
        list = rest[1..];
        return true;
    }
}
