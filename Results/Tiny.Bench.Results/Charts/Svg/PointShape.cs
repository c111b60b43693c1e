namespace Tiny.Bench.Results.Charts.Svg;

/// <summary>The outlines of points: a group is told by its shape as well as by its colour.</summary>
internal static class PointShape
{
    /// <summary>Half the width of a point in pixels.</summary>
    public const double Radius = 4.5;

    /// <summary>The path of a point.</summary>
    public static string Path(int style, double x, double y) => style switch
    {
        0 => Circle(x, y, 4),
        1 => Polygon(x, y, (-3.6, -3.6), (3.6, -3.6), (3.6, 3.6), (-3.6, 3.6)),
        2 => Polygon(x, y, (0, -4.5), (4.4, 3.5), (-4.4, 3.5)),
        3 => Polygon(x, y, (0, -4.5), (4.5, 0), (0, 4.5), (-4.5, 0)),
        4 => Polygon(x, y, (0, 4.5), (4.4, -3.5), (-4.4, -3.5)),
        5 => Polygon(
            x, y, (-1.5, -4.5), (1.5, -4.5), (1.5, -1.5), (4.5, -1.5), (4.5, 1.5), (1.5, 1.5),
            (1.5, 4.5), (-1.5, 4.5), (-1.5, 1.5), (-4.5, 1.5), (-4.5, -1.5), (-1.5, -1.5)),
        6 => Polygon(x, y, (-2.2, -4.2), (2.2, -4.2), (4.5, 0), (2.2, 4.2), (-2.2, 4.2), (-4.5, 0)),
        _ => Circle(x, y, 3),
    };

    private static string Circle(double x, double y, double radius)
    {
        string size = SvgCanvas.Number(radius);
        string across = SvgCanvas.Number(2 * radius);
        return $"M{SvgCanvas.Number(x - radius)} {SvgCanvas.Number(y)}a{size} {size} 0 1 0 {across} 0a{size} {size} 0 1 0 -{across} 0z";
    }

    private static string Polygon(double x, double y, params ReadOnlySpan<(double X, double Y)> corners)
    {
        var path = new System.Text.StringBuilder();
        foreach ((double dx, double dy) in corners)
            path.Append(path.Length == 0 ? 'M' : 'L').Append(SvgCanvas.Number(x + dx)).Append(' ').Append(SvgCanvas.Number(y + dy));
        return path.Append('z').ToString();
    }
}
