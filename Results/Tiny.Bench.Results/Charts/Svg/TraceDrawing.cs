using System.Globalization;

namespace Tiny.Bench.Results.Charts.Svg;

/// <summary>Draws a <see cref="TraceChart"/>.</summary>
internal static class TraceDrawing
{
    private const double PlotHeight = 320;
    private const double StripHeight = 14;
    private const int MostEvents = 200;
    private const int WindowStyle = 4;
    private const int GapStyle = 3;

    public static void Draw(SvgCanvas canvas, TraceChart chart)
    {
        (double Low, double High)?[] columns = [.. chart.Columns.Select(column => IsShown(column, chart.Axis.Logarithmic) ? column : null)];
        double strip = ChartFrame.Header(canvas, chart) + 8;
        double top = strip + StripHeight + 24;
        double bottom = top + PlotHeight;
        var vertical = Scale.ForPoints([.. columns.OfType<(double Low, double High)>().SelectMany(column => (double[])[column.Low, column.High])], chart.Axis.Logarithmic, bottom, top);
        double left = ChartFrame.WidthOf(vertical);
        const double right = SvgCanvas.Width - (2 * SvgCanvas.Margin);
        var time = Scale.ForPoints([chart.FromSeconds, chart.ToSeconds], logarithmic: false, left, right);
        ChartFrame.VerticalAxis(canvas, vertical, chart.Axis.Label, left, right, top, bottom);
        double next = ChartFrame.HorizontalAxis(canvas, time, "Time, s", left, right, top, bottom);
        DrawEvents(canvas, chart, time, top, bottom);
        DrawColumns(canvas, chart, columns, vertical, time);
        DrawSpans(canvas, chart, chart.Windows, WindowStyle, time, strip);
        DrawSpans(canvas, chart, chart.Gaps, GapStyle, time, bottom - (StripHeight / 2));
        ChartFrame.Footer(canvas, next, Notes(chart, chart.Columns.Count(column => column is not null) - columns.Count(column => column is not null)));
    }

    private static bool IsShown((double Low, double High)? column, bool logarithmic) =>
        column is { } range && Scale.Shows(range.Low, logarithmic) && Scale.Shows(range.High, logarithmic);

    private static void DrawEvents(SvgCanvas canvas, TraceChart chart, Scale time, double top, double bottom)
    {
        foreach ((string label, double seconds) in chart.Events.Where(found => IsInside(chart, found.Seconds)).Take(MostEvents))
        {
            double x = time.At(seconds);
            canvas.Path([(x, top), (x, bottom)], "lead", "1 3");
            canvas.Points([(x, top)], string.Create(CultureInfo.InvariantCulture, $"{ChartText.Clean(label)} at {seconds:0.######} s"));
        }
    }

    // Down and up in turns: the strokes of neighbours meet, and a column of one value still is a dot of the line.
    private static void DrawColumns(SvgCanvas canvas, TraceChart chart, (double Low, double High)?[] columns, Scale vertical, Scale time)
    {
        double width = (chart.ToSeconds - chart.FromSeconds) / columns.Length;
        var run = new List<(double X, double Y)>();
        for (int index = 0; index <= columns.Length; index++)
        {
            if (index < columns.Length && columns[index] is { } column)
            {
                double x = time.At(chart.FromSeconds + ((index + 0.5) * width));
                bool down = index % 2 == 0;
                run.Add((x, vertical.At(down ? column.High : column.Low)));
                run.Add((x, vertical.At(down ? column.Low : column.High)));
            }
            else if (run.Count > 0)
            {
                canvas.Path(run, "line s0");
                run.Clear();
            }
        }
    }

    private static void DrawSpans(SvgCanvas canvas, TraceChart chart, IReadOnlyList<ChartSpan> spans, int style, Scale time, double y)
    {
        foreach (ChartSpan span in spans.Where(span => span.ToSeconds >= chart.FromSeconds && span.FromSeconds <= chart.ToSeconds))
        {
            double from = time.At(Math.Max(span.FromSeconds, chart.FromSeconds));
            double to = time.At(Math.Min(span.ToSeconds, chart.ToSeconds));
            canvas.Rectangle(from, y, Math.Max(1, to - from), StripHeight, $"shape c{style}", ChartText.Clean(span.Text));
            string label = TextWidth.Fit(ChartText.Clean(span.Label), SvgCanvas.TextSize, to - from - 4);
            if (label.Length > 0)
                canvas.TryText((from + to) / 2, y + 11, label, TextAnchor.Middle, $"on{style}");
        }
    }

    private static bool IsInside(TraceChart chart, double seconds) => seconds >= chart.FromSeconds && seconds <= chart.ToSeconds;

    private static IEnumerable<string> Notes(TraceChart chart, int leftOut)
    {
        int events = chart.Events.Count(found => IsInside(chart, found.Seconds));
        yield return "Each column of the line reaches from the least to the most of its samples.";
        if (chart.Windows.Count > 0)
            yield return "Bars above: windows. Dotted lines: events.";
        if (chart.Gaps.Count > 0)
            yield return "Bars on the time axis: samples are missing.";
        if (events > MostEvents)
            yield return string.Create(CultureInfo.InvariantCulture, $"Only the first {MostEvents} of {events} events are drawn.");
        foreach (string note in ChartFrame.LeftOut(leftOut, chart.Axis.Logarithmic))
            yield return note;
    }
}
