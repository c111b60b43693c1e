namespace Tiny.Bench.Results.Charts.Svg;

/// <summary>A rectangle that a text or a mark takes up, in pixels.</summary>
internal readonly record struct TextBox(double Left, double Top, double Right, double Bottom)
{
    /// <summary>Whether the two share more than an edge.</summary>
    public bool Overlaps(TextBox other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    /// <summary>Whether the other lies inside.</summary>
    public bool Contains(TextBox other) => Left <= other.Left && other.Right <= Right && Top <= other.Top && other.Bottom <= Bottom;

    /// <summary>The box of a line of text on the base line <paramref name="y"/>; heights are those of DejaVu Sans.</summary>
    public static TextBox Of(string text, double x, double y, double size, TextAnchor anchor, bool bold = false)
    {
        double width = TextWidth.Of(text, size, bold);
        double left = anchor switch
        {
            TextAnchor.Start => x,
            TextAnchor.Middle => x - (width / 2),
            _ => x - width,
        };
        return new TextBox(left, y - (0.8 * size), left + width, y + (0.24 * size));
    }
}
