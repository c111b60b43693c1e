namespace Tiny.Bench.Results.Charts.Svg;

/// <summary>What charts have in common: title and legend above, axes beside, notes below.</summary>
internal static class ChartFrame
{
    private const double LineHeight = 17;
    private const double RoomOfText = SvgCanvas.Width - (2 * SvgCanvas.Margin);

    /// <summary>Draws title and legend.</summary>
    /// <returns>Where the plot may begin.</returns>
    public static double Header(SvgCanvas canvas, Chart chart, SeriesStyles? series = null)
    {
        canvas.Text(SvgCanvas.Margin, 24, TextWidth.Fit(ChartText.Clean(chart.Title), 15, RoomOfText, bold: true), bold: true, size: 15);
        double y = 46;
        if (series is null || series.Legend.Count < 2)
            return y - 8;

        double x = SvgCanvas.Margin;
        foreach ((string name, int style) in series.Legend)
        {
            string text = TextWidth.Fit(ChartText.Clean(name), SvgCanvas.TextSize, 200);
            double width = 14 + TextWidth.Of(text, SvgCanvas.TextSize);
            if (x + width > SvgCanvas.Width - SvgCanvas.Margin)
            {
                x = SvgCanvas.Margin;
                y += LineHeight;
            }

            canvas.Point(x + 5, y - 4, style);
            canvas.Text(x + 14, y, text);
            x += width + 16;
        }

        return y + 12;
    }

    /// <summary>Draws a horizontal axis below the plot, its grid, and its label.</summary>
    /// <returns>Where the next thing may begin.</returns>
    public static double HorizontalAxis(SvgCanvas canvas, Scale scale, string label, double left, double right, double top, double bottom)
    {
        foreach (ScaleTick tick in scale.Ticks)
        {
            double x = scale.At(tick.Value);
            canvas.Line(x, top, x, bottom, "grid");
            canvas.TryText(x, bottom + 18, tick.Text, TextAnchor.Middle, "dim");
        }

        canvas.Line(left, bottom, right, bottom, "axis");
        string text = TextWidth.Fit(ChartText.Clean(label) + Kind(scale), SvgCanvas.TextSize, RoomOfText);
        double half = TextWidth.Of(text, SvgCanvas.TextSize) / 2;
        double middle = Math.Clamp((left + right) / 2, SvgCanvas.Margin + half, SvgCanvas.Width - SvgCanvas.Margin - half);
        canvas.Text(middle, bottom + 36, text, TextAnchor.Middle);
        return bottom + 44;
    }

    /// <summary>Draws a vertical axis left of the plot and its grid; its label stands above, where it needs no turned head.</summary>
    public static void VerticalAxis(SvgCanvas canvas, Scale scale, string label, double left, double right, double top, double bottom)
    {
        foreach (ScaleTick tick in scale.Ticks)
        {
            double y = scale.At(tick.Value);
            canvas.Line(left, y, right, y, "grid");
            canvas.TryText(left - 6, y + 4, tick.Text, TextAnchor.End, "dim");
        }

        canvas.Line(left, top, left, bottom, "axis");
        canvas.Text(SvgCanvas.Margin, top - 12, TextWidth.Fit(ChartText.Clean(label) + Kind(scale), SvgCanvas.TextSize, RoomOfText));
    }

    /// <summary>Room that the texts of a vertical axis need.</summary>
    public static double WidthOf(Scale scale) => scale.Ticks.Max(tick => TextWidth.Of(tick.Text, SvgCanvas.TextSize)) + SvgCanvas.Margin + 8;

    /// <summary>Width of the widest label, as far as labels may go.</summary>
    public static double WidthOf(IEnumerable<string> labels, double most) =>
        labels.Select(label => Math.Min(most, TextWidth.Of(ChartText.Clean(label), SvgCanvas.TextSize))).DefaultIfEmpty(0).Max();

    /// <summary>Writes notes below everything, wrapped, and ends the sheet.</summary>
    public static void Footer(SvgCanvas canvas, double y, IEnumerable<string> notes)
    {
        foreach (string line in notes.SelectMany(note => Wrap(note)))
        {
            y += LineHeight;
            canvas.Text(SvgCanvas.Margin, y, line, style: "dim");
        }

        canvas.Height = Math.Ceiling(y + SvgCanvas.Margin);
    }

    /// <summary>The note that tells how many values could not be drawn; none when all could.</summary>
    public static IEnumerable<string> LeftOut(int count, bool logarithmic) => count == 0
        ? []
        : [$"Left out, {(logarithmic ? "as a logarithmic axis cannot show it" : "as no finite number")}: {count} of the values."];

    private static string Kind(Scale scale) => scale.Logarithmic ? $" (logarithmic, from {scale.Ticks[0].Text})" : "";

    private static IEnumerable<string> Wrap(string note)
    {
        string line = "";
        foreach (string word in note.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && TextWidth.Of(longer, SvgCanvas.TextSize) > RoomOfText)
            {
                yield return line;
                longer = word;
            }

            line = TextWidth.Fit(longer, SvgCanvas.TextSize, RoomOfText);
        }

        if (line.Length > 0)
            yield return line;
    }
}
