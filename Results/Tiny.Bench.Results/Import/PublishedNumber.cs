using System.Globalization;
using System.Numerics;

namespace Tiny.Bench.Results.Import;

/// <summary>Numbers as <c>published.csv</c> writes them.</summary>
internal static class PublishedNumber
{
    private const int SignificantDigits = 6;

    // A tie after the sixth digit needs an exact value; 60 digits hold every double that lies within six digits of a tie.
    private const int ExactDigits = 60;

    /// <summary>Six significant digits, ties to even on the exact binary value, no trailing zeros: C's <c>%g</c>. 4797.190 gives 4797.19, 1000 gives 1000.</summary>
    public static string General(double value)
    {
        if (value == 0 || !double.IsFinite(value))
            return value.ToString(CultureInfo.InvariantCulture);
        string exact = Math.Abs(value).ToString($"E{ExactDigits}", CultureInfo.InvariantCulture);
        int e = exact.IndexOf('E', StringComparison.Ordinal);
        int exponent = int.Parse(exact.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string digits = $"{exact[0]}{exact[2..e]}";
        BigInteger kept = BigInteger.Parse(digits.AsSpan(0, SignificantDigits), NumberStyles.None, CultureInfo.InvariantCulture);
        int tie = string.CompareOrdinal(digits[SignificantDigits..], "5".PadRight(digits.Length - SignificantDigits, '0'));
        if (tie > 0 || (tie == 0 && !kept.IsEven))
            kept++;

        // The rounded digits decide between fixed and scientific form, so they go through the formatter once more.
        double rounded = double.Parse($"{kept}E{exponent - SignificantDigits + 1}", NumberStyles.Float, CultureInfo.InvariantCulture);
        return (Math.Sign(value) * rounded).ToString($"G{SignificantDigits}", CultureInfo.InvariantCulture).Replace('E', 'e');
    }

    /// <summary>The shortest text that reads back as the value, with at least one decimal: 29207.01, 12.0.</summary>
    public static string Exact(double value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.All(letter => char.IsAsciiDigit(letter) || letter == '-') ? text + ".0" : text;
    }

    /// <summary>A share as percent, without the dust that the division by 100 left: 0.901 gives 90.1.</summary>
    public static string Percent(double share) => Exact(Math.Round(share * 100, 10));

    /// <summary>Three decimals: 1.800.</summary>
    public static string Volts(double value) => value.ToString("F3", CultureInfo.InvariantCulture);
}
