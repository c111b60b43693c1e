namespace Tiny.Bench.Results.Charts.Svg;

/// <summary>Draws a <see cref="LineChart"/>.</summary>
internal static class LineDrawing
{
    private const double PlotHeight = 320;
    private const double WidestLabel = 200;
    private const double LabelHeight = 15;

    public static void Draw(SvgCanvas canvas, LineChart chart)
    {
        double?[] all = [.. chart.Lines.SelectMany(line => line.Values.Take(chart.Steps.Count)).Where(value => value is not null)];
        double[] shown = [.. all.OfType<double>().Where(value => Scale.Shows(value, chart.Axis.Logarithmic))];
        double top = ChartFrame.Header(canvas, chart) + 24;
        double bottom = top + PlotHeight;
        var vertical = Scale.ForPoints(shown, chart.Axis.Logarithmic, bottom, top);
        double left = ChartFrame.WidthOf(vertical);
        double names = ChartFrame.WidthOf(chart.Lines.Select(line => line.Label), WidestLabel);
        double right = SvgCanvas.Width - SvgCanvas.Margin - names - 24;
        ChartFrame.VerticalAxis(canvas, vertical, chart.Axis.Label, left, right, top, bottom);
        canvas.Line(left, bottom, right, bottom, "axis");
        double width = right - left - 28;
        double At(int step) => left + 14 + (chart.Steps.Count < 2 ? width / 2 : step * width / (chart.Steps.Count - 1));
        for (int step = 0; step < chart.Steps.Count; step++)
        {
            string name = TextWidth.Fit(ChartText.Clean(chart.Steps[step]), SvgCanvas.TextSize, 90);
            canvas.TryText(At(step), bottom + 18, name, TextAnchor.Middle, "dim");
        }


        var ends = new List<LineEnd>();
        for (int line = 0; line < chart.Lines.Count; line++)
        {
            if (DrawLine(canvas, chart, line, vertical, At) is { } end)
                ends.Add(end);
        }

        List<string> notes = [.. ChartFrame.LeftOut(all.Length - shown.Length, chart.Axis.Logarithmic)];
        List<string> unnamed = NameEnds(canvas, ends, right, top, bottom);
        if (unnamed.Count > 0)
            notes.Add($"Not named beside their ends: {string.Join("; ", unnamed)}.");
        ChartFrame.Footer(canvas, bottom + 24, notes);
    }

    private static LineEnd? DrawLine(SvgCanvas canvas, LineChart chart, int line, Scale vertical, Func<int, double> at)
    {
        int style = Math.Min(line, SeriesStyles.Own);
        string label = ChartText.Clean(chart.Lines[line].Label);
        var run = new List<(double X, double Y)>();
        var titles = new List<(double X, double Y, string Text)>();
        for (int step = 0; step < chart.Steps.Count; step++)
        {
            double? value = step < chart.Lines[line].Values.Count ? chart.Lines[line].Values[step] : null;
            if (value is { } number && Scale.Shows(number, chart.Axis.Logarithmic))
            {
                run.Add((at(step), vertical.At(number)));
                string title = $"{label}, {ChartText.Clean(chart.Steps[step])}: {ChartText.Number(number)} ({ChartText.Clean(chart.Axis.Label)})";
                titles.Add((at(step), vertical.At(number), title));
            }
            else
            {
                EndRun(canvas, run, style);
            }
        }

        EndRun(canvas, run, style);
        foreach ((double x, double y, string text) in titles)
            canvas.Point(x, y, style, text);
        return titles.Count == 0 ? null : new LineEnd(titles[^1].X, titles[^1].Y, label);
    }

    private static void EndRun(SvgCanvas canvas, List<(double X, double Y)> run, int style)
    {
        if (run.Count > 1)
            canvas.Path(run, $"line s{style}", SvgStyle.Dash(style));
        run.Clear();
    }

    // Names stand in a column in the order of the ends, pushed down where they would touch, then up from the bottom.
    private static List<string> NameEnds(SvgCanvas canvas, List<LineEnd> ends, double right, double top, double bottom)
    {
        int room = (int)((bottom - top) / LabelHeight);
        LineEnd[] named = [.. ends.Take(room).OrderBy(end => end.Y).ThenBy(end => end.Label, StringComparer.Ordinal)];
        double[] places = new double[named.Length];
        for (int index = 0; index < named.Length; index++)
            places[index] = Math.Max(named[index].Y, index == 0 ? top : places[index - 1] + LabelHeight);
        for (int index = named.Length - 1; index >= 0; index--)
            places[index] = Math.Min(places[index], index == named.Length - 1 ? bottom : places[index + 1] - LabelHeight);
        for (int index = 0; index < named.Length; index++)
        {
            canvas.Path([(named[index].X + 6, named[index].Y), (right + 6, named[index].Y), (right + 20, places[index])], "lead", "1 3");
            canvas.Text(right + 24, places[index] + 4, TextWidth.Fit(named[index].Label, SvgCanvas.TextSize, WidestLabel));
        }

        return [.. ends.Skip(room).Select(end => end.Label)];
    }

    private readonly record struct LineEnd(double X, double Y, string Label);
}
