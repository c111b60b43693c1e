using System.Globalization;

namespace Tiny.Bench.Results.Charts.Svg;

/// <summary>Draws a <see cref="PlanChart"/>: operators from left to right, bytes from bottom to top.</summary>
internal static class PlanDrawing
{
    private const double PlotHeight = 340;

    public static void Draw(SvgCanvas canvas, PlanChart chart)
    {
        PlanBlock[] blocks =
        [
            .. chart.Blocks.Where(block => block is { Offset: >= 0, Bytes: > 0, First: >= 0 } && block.Last >= block.First)
                .OrderBy(block => block.First).ThenBy(block => block.Offset).ThenBy(block => block.Label, StringComparer.Ordinal),
        ];
        var series = new SeriesStyles([]);
        double top = ChartFrame.Header(canvas, chart, series) + 24;
        double bottom = top + PlotHeight;
        double highest = blocks.Select(block => (double)block.Offset + block.Bytes).Append(chart.ArenaBytes).Max();
        var vertical = Scale.ForBars([highest], logarithmic: false, bottom, top);
        double left = ChartFrame.WidthOf(vertical);
        const double right = SvgCanvas.Width - (2 * SvgCanvas.Margin);
        double operators = blocks.Select(block => block.Last + 1.0).DefaultIfEmpty(1).Max();
        double At(double step) => left + (step / operators * (right - left));
        ChartFrame.VerticalAxis(canvas, vertical, "Offset in the arena, bytes", left, right, top, bottom);
        canvas.Line(left, bottom, right, bottom, "axis");
        for (int step = 0; step < Math.Min(operators, 1000); step++)
            canvas.TryText(At(step + 0.5), bottom + 18, step.ToString(CultureInfo.InvariantCulture), TextAnchor.Middle, "dim");
        canvas.Text((left + right) / 2, bottom + 36, "Operator", TextAnchor.Middle);

        for (int index = 0; index < blocks.Length; index++)
        {
            PlanBlock block = blocks[index];
            var box = new TextBox(At(block.First), vertical.At((double)block.Offset + block.Bytes), At(block.Last + 1.0), vertical.At(block.Offset));
            DrawBlock(canvas, block, index % SeriesStyles.Own, box);
        }

        int leftOut = chart.Blocks.Count - blocks.Length;
        ChartFrame.Footer(
            canvas, bottom + 42,
            [$"Arena: {Grouped(chart.ArenaBytes)} bytes.", .. leftOut == 0 ? (string[])[] : [$"Left out, without length or time: {leftOut}."]]);
    }

    private static void DrawBlock(SvgCanvas canvas, PlanBlock block, int style, TextBox box)
    {
        string label = ChartText.Clean(block.Label);
        canvas.Rectangle(
            box.Left, box.Top, box.Right - box.Left, box.Bottom - box.Top, $"shape c{style}",
            $"{label}: {Grouped(block.Bytes)} bytes at {Grouped(block.Offset)}, operators {block.First} to {block.Last}");
        string text = TextWidth.Fit(label, SvgCanvas.TextSize, box.Right - box.Left - 6);
        if (box.Bottom - box.Top >= 16 && text.Length > 3)
            canvas.TryText((box.Left + box.Right) / 2, ((box.Top + box.Bottom) / 2) + 4, text, TextAnchor.Middle, $"on{style}");
    }

    private static string Grouped(long bytes) => bytes.ToString("N0", CultureInfo.InvariantCulture);
}
