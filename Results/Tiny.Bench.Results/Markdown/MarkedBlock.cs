using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Markdown;

/// <summary>The part of a hand-written file that a program refreshes. All around it stays byte for byte.</summary>
internal static class MarkedBlock
{
    /// <summary>The line before the block.</summary>
    public const string Begin = "<!-- results: begin, written by tinybench results publish -->";

    /// <summary>The line after the block.</summary>
    public const string End = "<!-- results: end -->";

    /// <summary>The file's text with another block.</summary>
    /// <param name="where">The file, for the error.</param>
    /// <param name="text">What it holds.</param>
    /// <param name="block">The block; a blank line stands before and after it.</param>
    /// <exception cref="RecordException">The text has not each mark once, in their order, on lines of their own.</exception>
    public static string Replace(string where, string text, string block)
    {
        string[] lines = text.Split('\n');
        int[] begins = PlacesOf(lines, Begin), ends = PlacesOf(lines, End);
        if (begins is not [var begin] || ends is not [var end] || end < begin)
            throw new RecordException(where, $"has {begins.Length} lines \"{Begin}\" and {ends.Length} lines \"{End}\"; expected one of each, in this order");
        return string.Join('\n', [.. lines[..(begin + 1)], "", .. block.Trim('\n').Split('\n'), "", .. lines[end..]]);
    }

    private static int[] PlacesOf(string[] lines, string mark) =>
        [.. Enumerable.Range(0, lines.Length).Where(index => lines[index].TrimEnd('\r') == mark)];
}
