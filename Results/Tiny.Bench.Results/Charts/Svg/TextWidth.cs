using System.Text;

namespace Tiny.Bench.Results.Charts.Svg;

/// <summary>How wide a text is, without a font: the widths of DejaVu Sans, which is wider than the fonts that most readers have.</summary>
internal static class TextWidth
{
    // Advance widths in percent of the font size, from U+0020 to U+007E.
    private static ReadOnlySpan<byte> Ascii =>
    [
        32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64,
        64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 54, 100, 69, 69, 70, 77, 64,
        58, 78, 76, 30, 30, 66, 56, 87, 75, 79, 61, 79, 70, 64, 62, 74, 69, 99, 69,
        62, 69, 40, 34, 40, 84, 50, 50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58,
        28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84,
    ];

    /// <summary>Width of a text in pixels; never less than a common sans-serif font needs.</summary>
    public static double Of(string text, double size, bool bold = false)
    {
        double percent = 0;
        foreach (Rune rune in text.EnumerateRunes())
            percent += Of(rune);
        return percent / 100 * size * (bold ? 1.12 : 1);
    }

    /// <summary>The text, or as much of its beginning as fits, with an ellipsis.</summary>
    public static string Fit(string text, double size, double width, bool bold = false)
    {
        if (Of(text, size, bold) <= width)
            return text;
        double room = (width / (bold ? 1.12 : 1) * 100 / size) - 100;
        var kept = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
        {
            room -= Of(rune);
            if (room < 0)
                break;
            kept.Append(rune);
        }

        return kept.ToString().TrimEnd() + "…";
    }

    // Beyond ASCII: Latin letters are at most 1, other scripts about 1.1 of the font size.
    private static double Of(Rune rune) => rune.Value switch
    {
        >= 32 and < 127 => Ascii[rune.Value - 32],
        < 0x250 or '…' => 100,
        _ => 115,
    };
}
