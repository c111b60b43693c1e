using System.Text;
using Tiny.Bench.Results.Charts;

namespace Tiny.Bench.Results.Markdown;

/// <summary>Text and tables of GitHub's Markdown (GitHub Flavored Markdown 0.29, section 4.10). Text from outside is escaped here.</summary>
internal static class MarkdownText
{
    private const string Marks = @"\`*_{}[]<>|#!~&";

    /// <summary>Text that stands for itself in a paragraph or a cell: one line, no markup.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char letter in ChartText.Clean(text))
        {
            if (Marks.Contains(letter, StringComparison.Ordinal))
                escaped.Append('\\');
            escaped.Append(letter);
        }

        return escaped.ToString();
    }

    /// <summary>A link to a file.</summary>
    /// <param name="text">Its text, not yet escaped.</param>
    /// <param name="path">Path with <c>/</c>, relative to the document.</param>
    public static string Link(string text, string path) =>
        $"[{Escape(text)}]({string.Join('/', path.Split('/').Select(Uri.EscapeDataString))})";

    /// <summary>A table; a heading that starts with <c>&gt;</c> is of numbers.</summary>
    /// <param name="output">Receives the lines.</param>
    /// <param name="headings">Headings, escaped.</param>
    /// <param name="rows">Cells, escaped.</param>
    public static void Table(TextWriter output, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        Row(output, headings.Select(heading => heading.TrimStart('>')));
        Row(output, headings.Select(heading => heading.StartsWith('>') ? "--:" : "---"));
        foreach (IReadOnlyList<string> row in rows)
            Row(output, row);
        output.Write('\n');
    }

    private static void Row(TextWriter output, IEnumerable<string> cells) => output.Write($"| {string.Join(" | ", cells)} |\n");
}
