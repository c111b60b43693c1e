namespace Tiny.Bench.Results.Rules.Texts;

/// <summary>The start of a window's block: <c>Performance results for window 2:</c>, <c>Energy data for trial 0</c>.</summary>
/// <param name="Energy">Whether the block holds energy.</param>
/// <param name="Number">The number as printed: EEMBC counts 2, 4, 6; MLCommons 1, 2, 3, and trials from 0.</param>
/// <param name="Seconds">Length of the window, where the line has it: <c>Energy data for window 2 at time 2.77 for 12.95 sec.:</c>.</param>
/// <param name="AtSeconds">Its start on the clock of the trace, likewise.</param>
internal readonly record struct WindowLine(bool Energy, int Number, double? Seconds, double? AtSeconds = null)
{
    /// <summary>Reads the line.</summary>
    public static bool TryParse(ReadOnlySpan<char> line, out WindowLine window)
    {
        window = default;
        bool energy = line.Contains("Energy data for ", StringComparison.Ordinal);
        if (!energy && !line.Contains("Performance results for ", StringComparison.Ordinal))
            return false;
        if (!FigureLine.TryParse(line, "window", out double number) && !FigureLine.TryParse(line, "trial", out number))
            return false;
        if (number is < 0 or > int.MaxValue)
            return false;
        double? seconds = FigureLine.TryParse(line, "for", out double length) ? length : null;
        double? start = FigureLine.TryParse(line, "at time", out double time) ? time : null;
        window = new WindowLine(energy, (int)number, seconds, start);
        return true;
    }
}
