namespace Tiny.Bench.Results.Charts.Svg;

/// <summary>Draws a <see cref="BarChart"/>.</summary>
internal static class BarDrawing
{
    private const double RowHeight = 20;
    private const double WidestLabel = 290;

    public static void Draw(SvgCanvas canvas, BarChart chart)
    {
        ChartBar[] bars = [.. chart.Bars.Where(bar => Scale.Shows(bar.Value, chart.Axis.Logarithmic))];
        var series = new SeriesStyles(bars.Select(bar => bar.Series));
        double top = ChartFrame.Header(canvas, chart, series);
        double left = SvgCanvas.Margin + 6 + ChartFrame.WidthOf(bars.Select(bar => bar.Label), WidestLabel);
        double room = bars.Select(bar => TextWidth.Of(ChartText.Number(bar.Value), SvgCanvas.TextSize)).DefaultIfEmpty(0).Max();
        double right = SvgCanvas.Width - SvgCanvas.Margin - room - 6;
        double bottom = top + (Math.Max(1, bars.Length) * RowHeight) + 4;
        var scale = Scale.ForBars([.. bars.Select(bar => bar.Value)], chart.Axis.Logarithmic, left, right);

        double next = ChartFrame.HorizontalAxis(canvas, scale, chart.Axis.Label, left, right, top, bottom);
        double from = scale.At(chart.Axis.Logarithmic ? scale.Floor : 0);
        for (int row = 0; row < bars.Length; row++)
        {
            ChartBar bar = bars[row];
            string label = ChartText.Clean(bar.Label);
            string value = ChartText.Number(bar.Value);
            double y = top + (row * RowHeight) + 4;
            double to = scale.At(bar.Value);
            canvas.Text(left - 6, y + 12, TextWidth.Fit(label, SvgCanvas.TextSize, WidestLabel), TextAnchor.End);
            canvas.Rectangle(
                Math.Min(from, to), y + 2, Math.Abs(to - from), RowHeight - 6, $"shape c{series.Of(bar.Series)}",
                $"{label}: {value} ({ChartText.Clean(chart.Axis.Label)}{SeriesOf(bar)})");
            canvas.Text(Math.Max(from, to) + 5, y + 12, value);
        }

        ChartFrame.Footer(canvas, next, ChartFrame.LeftOut(chart.Bars.Count - bars.Length, chart.Axis.Logarithmic));
    }

    // A system's name often begins with its group; it need not be said twice.
    private static string SeriesOf(ChartBar bar) =>
        bar.Series is null || bar.Label.StartsWith(bar.Series, StringComparison.Ordinal) ? "" : "; " + ChartText.Clean(bar.Series);
}
