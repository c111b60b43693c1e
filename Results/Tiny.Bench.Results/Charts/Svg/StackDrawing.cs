namespace Tiny.Bench.Results.Charts.Svg;

/// <summary>Draws a <see cref="StackChart"/>.</summary>
internal static class StackDrawing
{
    private const double RowHeight = 30;
    private const double WidestLabel = 240;

    public static void Draw(SvgCanvas canvas, StackChart chart)
    {
        (string Label, ChartPart[] Parts, double Total)[] rows = [.. chart.Stacks.Select(Row)];
        var series = new SeriesStyles(rows.SelectMany(row => row.Parts).Select(part => part.Series));
        double top = ChartFrame.Header(canvas, chart, series);
        double left = SvgCanvas.Margin + 6 + ChartFrame.WidthOf(rows.Select(row => row.Label), WidestLabel);
        double room = rows.Select(row => TextWidth.Of(ChartText.Number(row.Total), SvgCanvas.TextSize)).DefaultIfEmpty(0).Max();
        double right = SvgCanvas.Width - SvgCanvas.Margin - room - 8;
        double bottom = top + (Math.Max(1, rows.Length) * RowHeight) + 4;
        var scale = Scale.ForBars([.. rows.Select(row => row.Total)], logarithmic: false, left, right);
        double next = ChartFrame.HorizontalAxis(canvas, scale, chart.ValueLabel, left, right, top, bottom);
        for (int index = 0; index < rows.Length; index++)
        {
            double y = top + 4 + (index * RowHeight);
            canvas.Text(left - 6, y + 17, TextWidth.Fit(rows[index].Label, SvgCanvas.TextSize, WidestLabel), TextAnchor.End);
            DrawParts(canvas, chart, rows[index], series, scale, y);
            canvas.Text(scale.At(rows[index].Total) + 6, y + 17, ChartText.Number(rows[index].Total));
        }

        int leftOut = chart.Stacks.Sum(stack => stack.Parts.Count) - rows.Sum(row => row.Parts.Length);
        ChartFrame.Footer(canvas, next, leftOut == 0 ? [] : [$"Left out, below zero or no finite number: {leftOut}."]);
    }

    private static void DrawParts(
        SvgCanvas canvas, StackChart chart, (string Label, ChartPart[] Parts, double Total) row, SeriesStyles series, Scale scale, double y)
    {
        double sum = 0;
        foreach (ChartPart part in row.Parts)
        {
            double from = scale.At(sum);
            sum += part.Value;
            double to = scale.At(sum);
            int style = series.Of(part.Series);
            string share = ChartText.Number(row.Total == 0 ? 0 : part.Value / row.Total * 100) + " %";
            canvas.Rectangle(
                from, y + 1, to - from, RowHeight - 6, $"shape c{style}",
                $"{row.Label}, {ChartText.Clean(part.Series)}: {ChartText.Number(part.Value)} ({ChartText.Clean(chart.ValueLabel)}), {share}");
            if (TextWidth.Of(share, SvgCanvas.TextSize) + 6 <= to - from)
                canvas.Text((from + to) / 2, y + 17, share, TextAnchor.Middle, $"on{style}");
        }
    }

    private static (string Label, ChartPart[] Parts, double Total) Row(StackedBar stack)
    {
        ChartPart[] parts = [.. stack.Parts.Where(part => part.Value >= 0 && Scale.Shows(part.Value, logarithmic: false))];
        return (ChartText.Clean(stack.Label), parts, parts.Sum(part => part.Value));
    }
}
