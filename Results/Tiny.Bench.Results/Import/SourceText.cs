namespace Tiny.Bench.Results.Import;

/// <summary>A text that was read.</summary>
/// <param name="Name">Its name in evidence and problems.</param>
/// <param name="Content">Its characters, without byte order mark.</param>
internal sealed record SourceText(string Name, string Content)
{
    private const int LongestQuote = 80;

    /// <summary>A problem with one line.</summary>
    public ImportProblem Problem(int line, string text) => new(Name, line, text);

    /// <summary>A line as a problem quotes it: short, and no control characters.</summary>
    public static string Quote(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> trimmed = line.Trim();
        bool cut = trimmed.Length > LongestQuote;
        char[] letters = trimmed[..Math.Min(trimmed.Length, LongestQuote)].ToArray();
        for (int index = 0; index < letters.Length; index++)
        {
            if (char.IsControl(letters[index]) || char.IsSurrogate(letters[index]))
                letters[index] = '?';
        }

        return $"\"{new string(letters)}{(cut ? "..." : "")}\"";
    }
}
