using System.Globalization;

namespace Tiny.Bench.Results.Import.Lines;

/// <summary>A line of a report: label, number, unit. <c>Runtime : 10.052 sec.</c>, <c>Top 1% = 90.2</c>, <c>Median throughput is 5.497 inf./sec.</c></summary>
internal readonly ref struct Figure
{
    private const string Is = " is ";

    private Figure(ReadOnlySpan<char> label, double value, ReadOnlySpan<char> unit)
    {
        Label = label;
        Value = value;
        Unit = unit;
    }

    /// <summary>What it is, without blanks at its ends: <c>Runtime</c>.</summary>
    public ReadOnlySpan<char> Label { get; }

    /// <summary>The number, finite.</summary>
    public double Value { get; }

    /// <summary>The unit as written, without blanks and final full stop: <c>sec</c>, <c>uJ/inf</c>, <c>%</c>; may be empty.</summary>
    public ReadOnlySpan<char> Unit { get; }

    /// <summary>Whether a message has the form of this label's line, whatever follows.</summary>
    public static bool HasLabel(ReadOnlySpan<char> message, string label) =>
        message.StartsWith(label, StringComparison.Ordinal) && TrySplit(message, out int length, out _) && message[..length].TrimEnd().SequenceEqual(label);

    /// <summary>Reads a line.</summary>
    public static bool TryParse(ReadOnlySpan<char> message, out Figure figure)
    {
        figure = default;
        if (!TrySplit(message, out int length, out int next))
            return false;
        ReadOnlySpan<char> rest = message[next..].Trim();
        int digits = 0;
        while (digits < rest.Length && (char.IsAsciiDigit(rest[digits]) || rest[digits] is '.' or '-' or '+' or 'e' or 'E'))
            digits++;
        if (!TryParseNumber(rest[..digits], out double value))
            return false;
        figure = new Figure(message[..length].Trim(), value, rest[digits..].Trim().TrimEnd('.'));
        return true;
    }

    /// <summary>Reads a finite number in the invariant culture.</summary>
    public static bool TryParseNumber(ReadOnlySpan<char> text, out double value) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value)
        && double.IsFinite(value);

    private static bool TrySplit(ReadOnlySpan<char> message, out int length, out int next)
    {
        length = message.IndexOfAny(':', '=');
        next = length + 1;
        if (length >= 0)
            return true;
        length = message.IndexOf(Is, StringComparison.Ordinal);
        next = length + Is.Length;
        return length >= 0;
    }
}
