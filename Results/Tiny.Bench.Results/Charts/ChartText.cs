using System.Globalization;
using System.Text;

namespace Tiny.Bench.Results.Charts;

/// <summary>Words and numbers as charts and pages print them.</summary>
public static class ChartText
{
    /// <summary>Three significant digits, all digits before the point, in the invariant culture: 0.0175, 1.23, 45.6, 1239, 1.23e+07.</summary>
    public static string Number(double value)
    {
        double size = Math.Abs(value);
        string format = size switch
        {
            0 => "0",
            >= 1e7 or < 1e-4 => "0.0#e+00",
            >= 100 => "0",
            >= 10 => "0.0",
            >= 1 => "0.00",
            >= 0.1 => "0.000",
            >= 0.01 => "0.0000",
            _ => "0.00000",
        };
        return value.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>Text from outside made fit for a page.</summary>
    /// <remarks>What XML cannot hold, and what would turn the text around, becomes U+FFFD; line ends and tabs become blanks.</remarks>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            UnicodeCategory category = Rune.GetUnicodeCategory(rune);
            if (rune.Value is '\t' or '\n' or '\r')
                clean.Append(' ');
            else if (category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned
                     or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                clean.Append('\uFFFD');
            else
                clean.Append(rune);
        }

        return clean.ToString();
    }
}
