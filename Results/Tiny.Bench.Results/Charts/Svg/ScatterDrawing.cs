namespace Tiny.Bench.Results.Charts.Svg;

/// <summary>Draws a <see cref="ScatterChart"/>.</summary>
internal static class ScatterDrawing
{
    private const double PlotHeight = 380;

    // Beyond so many points only the front is named; the others tell their names under the pointer.
    private const int NamedPoints = 15;

    public static void Draw(SvgCanvas canvas, ScatterChart chart)
    {
        ChartPoint[] points =
        [
            .. chart.Points.Where(point => Scale.Shows(point.X, chart.XAxis.Logarithmic) && Scale.Shows(point.Y, chart.YAxis.Logarithmic))
                .OrderBy(point => point.X).ThenBy(point => point.Y).ThenBy(point => point.Label, StringComparer.Ordinal),
        ];
        var series = new SeriesStyles(points.Select(point => point.Series));
        double top = ChartFrame.Header(canvas, chart, series) + 24;
        double bottom = top + PlotHeight;
        var vertical = Scale.ForPoints([.. points.Select(point => point.Y)], chart.YAxis.Logarithmic, bottom, top);
        double left = ChartFrame.WidthOf(vertical);
        const double right = SvgCanvas.Width - (2 * SvgCanvas.Margin);
        var horizontal = Scale.ForPoints([.. points.Select(point => point.X)], chart.XAxis.Logarithmic, left, right);
        ChartFrame.VerticalAxis(canvas, vertical, chart.YAxis.Label, left, right, top, bottom);
        double next = ChartFrame.HorizontalAxis(canvas, horizontal, chart.XAxis.Label, left, right, top, bottom);

        IReadOnlyList<ChartPoint> front = ParetoFront.Of(points, chart.GreaterYIsBetter);
        (double X, double Y)[] steps = front.Count > 1 ? [.. Steps(front, horizontal, vertical)] : [];
        if (steps.Length > 0)
            canvas.Path(steps, "front");
        foreach (ChartPoint point in points)
            canvas.Point(horizontal.At(point.X), vertical.At(point.Y), series.Of(point.Series), Title(chart, point));

        var placer = new LabelPlacer(
            canvas, new TextBox(left, top, SvgCanvas.Width, bottom), points.Select(point => (horizontal.At(point.X), vertical.At(point.Y))), steps);
        IEnumerable<ChartPoint> named = points.Length <= NamedPoints ? front.Concat(points.Except(front)) : front;
        List<string> unplaced =
        [
            .. named.Where(point => !placer.TryPlace(horizontal.At(point.X), vertical.At(point.Y), ChartText.Clean(point.Label))).Select(Short),
        ];
        List<string> notes = [.. ChartFrame.LeftOut(chart.Points.Count - points.Length, chart.XAxis.Logarithmic || chart.YAxis.Logarithmic)];
        if (front.Count > 1)
            notes.Insert(0, "Dashed: the Pareto front. No other system is better in both figures.");
        if (unplaced.Count > 0)
            notes.Add($"Not named in the plot, left to right: {string.Join("; ", unplaced)}.");
        ChartFrame.Footer(canvas, next, notes);
    }

    // A staircase: between two points of the front nothing better than the worse of both is known.
    private static IEnumerable<(double X, double Y)> Steps(IReadOnlyList<ChartPoint> front, Scale horizontal, Scale vertical)
    {
        yield return (horizontal.At(front[0].X), vertical.At(front[0].Y));
        for (int next = 1; next < front.Count; next++)
        {
            yield return (horizontal.At(front[next].X), vertical.At(front[next - 1].Y));
            yield return (horizontal.At(front[next].X), vertical.At(front[next].Y));
        }
    }

    private static string Short(ChartPoint point) =>
        $"{TextWidth.Fit(ChartText.Clean(point.Label), SvgCanvas.TextSize, 300)} ({ChartText.Number(point.X)}, {ChartText.Number(point.Y)})";

    private static string Title(ScatterChart chart, ChartPoint point) =>
        $"{ChartText.Clean(point.Label)}: {ChartText.Number(point.X)} ({ChartText.Clean(chart.XAxis.Label)}), "
        + $"{ChartText.Number(point.Y)} ({ChartText.Clean(chart.YAxis.Label)})";
}
