using Tiny.Bench.Core.Metrics;

namespace Tiny.Bench.Results.Charts.Svg;

/// <summary>Draws a <see cref="DistributionChart"/>.</summary>
internal static class DistributionDrawing
{
    private const double RowHeight = 28;
    private const double WidestLabel = 240;

    public static void Draw(SvgCanvas canvas, DistributionChart chart)
    {
        (string Label, double[] Values)[] rows =
            [.. chart.Samples.Select(sample => (ChartText.Clean(sample.Label), Shown(sample)))];
        double top = ChartFrame.Header(canvas, chart);
        double left = SvgCanvas.Margin + 16 + ChartFrame.WidthOf(rows.Select(row => row.Label), WidestLabel);
        double room = rows.Select(row => TextWidth.Of(Summary(row.Values), SvgCanvas.TextSize)).DefaultIfEmpty(0).Max();
        double right = SvgCanvas.Width - SvgCanvas.Margin - room - 16;
        double bottom = top + (Math.Max(1, rows.Length) * RowHeight) + 4;
        var scale = Scale.ForPoints([.. rows.SelectMany(row => row.Values)], logarithmic: false, left, right);
        double next = ChartFrame.HorizontalAxis(canvas, scale, chart.ValueLabel, left, right, top, bottom);
        for (int row = 0; row < rows.Length; row++)
        {
            double y = top + 4 + ((row + 0.5) * RowHeight);
            canvas.Text(left - 12, y + 4, TextWidth.Fit(rows[row].Label, SvgCanvas.TextSize, WidestLabel), TextAnchor.End);
            canvas.Line(left, y, right, y, "grid");
            DrawValues(canvas, rows[row].Label, rows[row].Values, scale, y);
            canvas.Text(right + 12, y + 4, Summary(rows[row].Values), style: "dim");
        }

        int leftOut = chart.Samples.Sum(sample => sample.Values.Count) - rows.Sum(row => row.Values.Length);
        ChartFrame.Footer(canvas, next, ["Every point is one value; the upright line is the median.", .. ChartFrame.LeftOut(leftOut, logarithmic: false)]);
    }

    private static void DrawValues(SvgCanvas canvas, string label, double[] values, Scale scale, double y)
    {
        if (values.Length > 1)
            canvas.Line(scale.At(Statistics.Median(values)), y - 11, scale.At(Statistics.Median(values)), y + 11, "median");

        // Points take turns above and below the line, so that equal values stay countable.
        IEnumerable<(double X, double Y)> points = values.Select((value, index) => (scale.At(value), y + (values.Length > 1 ? ((index % 3) - 1) * 5 : 0)));
        canvas.Points(points, $"{label}: {string.Join(", ", values.Select(ChartText.Number))}");
    }

    private static double[] Shown(ChartSample sample) => [.. sample.Values.Where(value => Scale.Shows(value, logarithmic: false))];

    private static string Summary(double[] values) =>
        values.Length == 0 ? "no value" : $"{ChartText.Number(Statistics.Median(values))} (n = {values.Length})";
}
