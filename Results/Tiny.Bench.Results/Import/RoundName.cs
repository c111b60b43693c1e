namespace Tiny.Bench.Results.Import;

/// <summary>The name of a round in the name of a folder: <c>v1.2</c>, or a checkout called <c>tiny_results_v1.2</c>.</summary>
internal static class RoundName
{
    /// <summary>Reads the round from the end of a folder's name.</summary>
    public static bool TryParse(ReadOnlySpan<char> folder, out string round)
    {
        round = "";
        int start = folder.LastIndexOf('v');
        if (start < 0 || (start > 0 && char.IsAsciiLetterOrDigit(folder[start - 1])))
            return false;
        ReadOnlySpan<char> number = folder[(start + 1)..];
        int dot = number.IndexOf('.');
        if (dot <= 0 || !IsNumber(number[..dot]) || !IsNumber(number[(dot + 1)..]))
            return false;
        round = folder[start..].ToString();
        return true;
    }

    private static bool IsNumber(ReadOnlySpan<char> text)
    {
        foreach (char digit in text)
        {
            if (!char.IsAsciiDigit(digit))
                return false;
        }

        return text.Length is > 0 and <= 3;
    }
}
