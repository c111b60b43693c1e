namespace Tiny.Bench.Results.Charts.Svg;

/// <summary>Finds room for names beside points, so that none covers another name or a point.</summary>
internal sealed class LabelPlacer
{
    private const double Widest = 220;

    private readonly SvgCanvas _canvas;
    private readonly TextBox _area;
    private readonly List<TextBox> _marks;

    /// <summary>Prepares the placing inside <paramref name="area"/>.</summary>
    /// <param name="canvas">The sheet, with its texts so far.</param>
    /// <param name="area">Where names may stand.</param>
    /// <param name="points">Centres of the points to keep clear of.</param>
    /// <param name="path">A line of upright and level parts to keep clear of.</param>
    public LabelPlacer(SvgCanvas canvas, TextBox area, IEnumerable<(double X, double Y)> points, IReadOnlyList<(double X, double Y)> path)
    {
        _canvas = canvas;
        _area = area;
        _marks =
        [
            .. points.Select(point => new TextBox(
                point.X - PointShape.Radius, point.Y - PointShape.Radius, point.X + PointShape.Radius, point.Y + PointShape.Radius)),
            .. path.Zip(path.Skip(1), (from, to) => new TextBox(
                Math.Min(from.X, to.X) - 1, Math.Min(from.Y, to.Y) - 1, Math.Max(from.X, to.X) + 1, Math.Max(from.Y, to.Y) + 1)),
        ];
    }

    /// <summary>Writes a name near its point, with a line to it where it had to move away; tells whether there was room.</summary>
    public bool TryPlace(double x, double y, string name)
    {
        string text = TextWidth.Fit(name, SvgCanvas.TextSize, Widest);
        foreach ((double dx, double dy, TextAnchor anchor) in Places())
        {
            var box = TextBox.Of(text, x + dx, y + dy, SvgCanvas.TextSize, anchor);
            if (!_area.Contains(box) || _canvas.Texts.Any(box.Overlaps) || _marks.Exists(box.Overlaps))
                continue;
            if (Math.Abs(dy) > 16)
                _canvas.Line(x, y, x + (dx * 0.8), y + dy - (dy > 0 ? 9 : -2), "lead");
            _canvas.Text(x + dx, y + dy, text, anchor);
            return true;
        }

        return false;
    }

    // Near places first; the far ones get a leading line.
    private static IEnumerable<(double X, double Y, TextAnchor Anchor)> Places()
    {
        yield return (8, 4, TextAnchor.Start);
        yield return (-8, 4, TextAnchor.End);
        yield return (0, -8, TextAnchor.Middle);
        yield return (0, 16, TextAnchor.Middle);
        foreach (double away in (double[])[22, 34, 48])
        {
            yield return (away / 2, -away, TextAnchor.Start);
            yield return (-away / 2, -away, TextAnchor.End);
            yield return (away / 2, away, TextAnchor.Start);
            yield return (-away / 2, away, TextAnchor.End);
        }
    }
}
