namespace Tiny.Bench.Results.Rules.Texts;

/// <summary>An error of device or runner: <c>e-[Unknown command: foo]</c>, <c>Error: ...</c>, <c>ERROR: Not valid ...</c>.</summary>
/// <param name="Text">The error as printed, from its mark on.</param>
internal readonly record struct ErrorLine(string Text)
{
    private static readonly string[] Marks = ["e-[", "ERROR:", "Error:"];

    /// <summary>Reads the line. The mark begins a word: <c>m-profile-[</c> holds <c>e-[</c> and is none.</summary>
    public static bool TryParse(ReadOnlySpan<char> line, out ErrorLine error)
    {
        foreach (string mark in Marks)
        {
            int at = line.IndexOf(mark, StringComparison.Ordinal);
            if (at >= 0 && (at == 0 || !char.IsLetterOrDigit(line[at - 1]) && line[at - 1] != '-'))
            {
                error = new ErrorLine(line[at..].Trim().ToString());
                return true;
            }
        }

        error = default;
        return false;
    }
}
