using System.Text;

namespace Tiny.Bench.Results.Rules.Texts;

/// <summary>Colours, cursor movements and NUL characters that some devices print between their words.</summary>
/// <remarks>The runners drop NUL too. ECMA-48 section 5.4: a control sequence is ESC, [, parameter and intermediate bytes 0x20 to 0x3F, and a final byte 0x40 to 0x7E.</remarks>
internal static class TerminalText
{
    private const char Escape = '\e';

    /// <summary>A line without them.</summary>
    public static ReadOnlySpan<char> Plain(ReadOnlySpan<char> line)
    {
        if (!line.ContainsAny(Escape, '\0'))
            return line;
        var text = new StringBuilder(line.Length);
        while (!line.IsEmpty)
        {
            int start = line.IndexOfAny(Escape, '\0');
            text.Append(start < 0 ? line : line[..start]);
            line = start < 0 ? [] : line[(start + LengthOfSequence(line[start..]))..];
        }

        return text.ToString();
    }

    private static int LengthOfSequence(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || text[0] != Escape || text[1] != '[')
            return 1;
        int end = text[2..].IndexOfAnyExceptInRange('\x20', '\x3F');
        return end < 0 ? text.Length : Math.Min(text.Length, 2 + end + 1);
    }
}
