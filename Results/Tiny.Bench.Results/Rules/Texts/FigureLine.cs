using System.Globalization;

namespace Tiny.Bench.Results.Rules.Texts;

/// <summary>A label and its number: <c>Runtime      :     10.862 sec.</c>, <c>AUC = 0.995</c>, <c>Median throughput is  23.032 inf./sec.</c>.</summary>
/// <remarks>Source: the runners' log.txt and results.txt. A device that echoes puts text before a message, so the label is searched inside the line.</remarks>
internal static class FigureLine
{
    /// <summary>Reads the number behind the last label that has one.</summary>
    /// <param name="line">One line.</param>
    /// <param name="label">The label without its colon; it begins a word.</param>
    /// <param name="value">A finite number.</param>
    public static bool TryParse(ReadOnlySpan<char> line, string label, out double value)
    {
        value = 0;
        int end = line.Length;
        while (end > 0)
        {
            int at = line[..end].LastIndexOf(label, StringComparison.Ordinal);
            if (at < 0)
                return false;
            if ((at == 0 || !char.IsLetterOrDigit(line[at - 1])) && TryParseNumber(AfterSeparator(line[(at + label.Length)..]), out value))
                return true;
            end = at;
        }

        return false;
    }

    /// <summary>Reads a number at the start of a text; what follows it does not matter.</summary>
    public static bool TryParseNumber(ReadOnlySpan<char> text, out double value)
    {
        text = text.TrimStart();
        int length = 0;
        while (length < text.Length && (char.IsAsciiDigit(text[length]) || text[length] is '.' or '-' or '+' or 'e' or 'E'))
            length++;

        // "10.862 sec." ends at the blank; "5 erg" would leave an "e" that belongs to no number.
        while (length > 0 && !char.IsAsciiDigit(text[length - 1]))
            length--;
        return double.TryParse(text[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }

    private static ReadOnlySpan<char> AfterSeparator(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        return text.Length > 0 && text[0] is ':' or '=' ? text[1..] : text;
    }
}
