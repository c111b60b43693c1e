namespace Tiny.Bench.Results.Charts.Svg;

/// <summary>Draws a <see cref="TornadoChart"/>.</summary>
internal static class TornadoDrawing
{
    private const double RowHeight = 22;
    private const double WidestLabel = 290;

    public static void Draw(SvgCanvas canvas, TornadoChart chart)
    {
        bool Shows(double value) => Scale.Shows(value, chart.Axis.Logarithmic);
        TornadoBar[] bars =
        [
            .. chart.Bars.Where(bar => Shows(bar.AtLow) && Shows(bar.AtHigh) && Shows(chart.Middle))
                .OrderByDescending(bar => Math.Abs(bar.AtHigh - bar.AtLow)).ThenBy(bar => bar.Label, StringComparer.Ordinal),
        ];
        var series = new SeriesStyles(["at the low value", "at the high value"]);
        double top = ChartFrame.Header(canvas, chart, series);
        double left = SvgCanvas.Margin + 6 + ChartFrame.WidthOf(bars.Select(bar => bar.Label), WidestLabel);
        const double right = SvgCanvas.Width - (2 * SvgCanvas.Margin);
        double bottom = top + (Math.Max(1, bars.Length) * RowHeight) + 4;
        double[] values = [.. bars.SelectMany(bar => (double[])[bar.AtLow, bar.AtHigh]), .. Shows(chart.Middle) ? (double[])[chart.Middle] : []];
        var scale = Scale.ForPoints(values, chart.Axis.Logarithmic, left, right);
        double next = ChartFrame.HorizontalAxis(canvas, scale, chart.Axis.Label, left, right, top, bottom);
        for (int row = 0; row < bars.Length; row++)
        {
            double y = top + (row * RowHeight) + 4;
            string label = ChartText.Clean(bars[row].Label);
            canvas.Text(left - 6, y + 13, TextWidth.Fit(label, SvgCanvas.TextSize, WidestLabel), TextAnchor.End);
            Half(canvas, scale, chart, bars[row].AtLow, y, series.Of("at the low value"), $"{label}: {ChartText.Number(bars[row].AtLow)} at the low value");
            Half(canvas, scale, chart, bars[row].AtHigh, y, series.Of("at the high value"), $"{label}: {ChartText.Number(bars[row].AtHigh)} at the high value");
        }

        if (bars.Length > 0)
            canvas.Line(scale.At(chart.Middle), top, scale.At(chart.Middle), bottom, "median");
        ChartFrame.Footer(canvas, next, [$"The line: {ChartText.Number(chart.Middle)} with every assumption as it is.", .. ChartFrame.LeftOut(chart.Bars.Count - bars.Length, chart.Axis.Logarithmic)]);
    }

    private static void Half(SvgCanvas canvas, Scale scale, TornadoChart chart, double value, double y, int style, string title)
    {
        double from = scale.At(chart.Middle);
        double to = scale.At(value);
        canvas.Rectangle(Math.Min(from, to), y + 2, Math.Abs(to - from), RowHeight - 8, $"shape c{style}", title);
    }
}
