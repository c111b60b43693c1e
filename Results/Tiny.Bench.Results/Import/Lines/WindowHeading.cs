using System.Globalization;

namespace Tiny.Bench.Results.Import.Lines;

/// <summary>The heading of a window's block: <c>Performance results for window 2:</c>, <c>Energy data for window 2 at time 9.08 for 0.10 sec.:</c>, <c>Energy data for trial 0</c>.</summary>
/// <param name="Number">The window's number: EEMBC counts 2, 4, 6, the MLCommons runner 1, 2, 3 or 0, 1, 2.</param>
/// <param name="Seconds">Its length where the heading tells it.</param>
internal readonly record struct WindowHeading(int Number, double? Seconds)
{
    private const string Performance = "Performance results for window ";
    private const string EnergyWindow = "Energy data for window ";
    private const string EnergyTrial = "Energy data for trial ";
    private const string Length = " for ";

    /// <summary>Reads the heading of a block of performance figures.</summary>
    /// <param name="message">The line's message.</param>
    /// <param name="found">Whether the line is such a heading, readable or not.</param>
    /// <param name="heading">What it says.</param>
    public static bool TryParsePerformance(ReadOnlySpan<char> message, out bool found, out WindowHeading heading) =>
        TryParse(message, Performance, out found, out heading);

    /// <summary>Reads the heading of a block of energy figures.</summary>
    public static bool TryParseEnergy(ReadOnlySpan<char> message, out bool found, out WindowHeading heading) =>
        TryParse(message, EnergyWindow, out found, out heading) || (!found && TryParse(message, EnergyTrial, out found, out heading));

    private static bool TryParse(ReadOnlySpan<char> message, string start, out bool found, out WindowHeading heading)
    {
        heading = default;
        found = message.StartsWith(start, StringComparison.Ordinal);
        if (!found)
            return false;
        ReadOnlySpan<char> rest = message[start.Length..].TrimEnd(':');
        int end = rest.IndexOf(' ');
        if (!int.TryParse(end < 0 ? rest : rest[..end], NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            return false;
        heading = new WindowHeading(number, SecondsOf(rest));
        return true;
    }

    private static double? SecondsOf(ReadOnlySpan<char> rest)
    {
        int start = rest.IndexOf(Length, StringComparison.Ordinal);
        if (start < 0)
            return null;
        ReadOnlySpan<char> text = rest[(start + Length.Length)..];
        int end = text.IndexOf(' ');
        return end > 0 && Figure.TryParseNumber(text[..end], out double seconds) && FigureTable.IsMeasurable(seconds) ? seconds : null;
    }
}
