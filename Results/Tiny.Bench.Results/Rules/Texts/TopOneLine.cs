namespace Tiny.Bench.Results.Rules.Texts;

/// <summary>The accuracy as the runners print it: <c>Top-1: 90.1%</c> (EEMBC), <c>Top 1% = 90.2</c> (MLCommons).</summary>
internal static class TopOneLine
{
    private static readonly string[] Labels = ["Top-1%", "Top-1", "Top 1%", "Top 1"];

    /// <summary>Reads the accuracy in percent.</summary>
    public static bool TryParse(ReadOnlySpan<char> line, out double percent)
    {
        foreach (string label in Labels)
        {
            if (FigureLine.TryParse(line, label, out percent))
                return true;
        }

        percent = 0;
        return false;
    }
}
