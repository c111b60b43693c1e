using System.Globalization;
using System.Xml.Linq;

namespace Tiny.Bench.Results.Charts.Svg;

/// <summary>A sheet to draw a chart on. It knows which boxes its texts take up.</summary>
internal sealed class SvgCanvas
{
    /// <summary>Size of ordinary text in pixels.</summary>
    public const double TextSize = 12;

    /// <summary>Width of every chart in pixels.</summary>
    public const double Width = 720;

    /// <summary>Room at every edge.</summary>
    public const double Margin = 12;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly List<XElement> _content = [];
    private readonly List<TextBox> _texts = [];

    /// <summary>Boxes of the texts so far.</summary>
    public IReadOnlyList<TextBox> Texts => _texts;

    /// <summary>Height of the sheet; set by the drawing when it knows.</summary>
    public double Height { get; set; } = 100;

    /// <summary>A coordinate: at most two decimals, the same in every culture.</summary>
    public static string Number(double value) => (Math.Round(value, 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Writes a line of text on the base line <paramref name="y"/>.</summary>
    public void Text(
        double x, double y, string text, TextAnchor anchor = TextAnchor.Start, string? style = null, bool bold = false, double size = TextSize)
    {
        _texts.Add(TextBox.Of(text, x, y, size, anchor, bold));
        XElement element = Element("text", ("x", Number(x)), ("y", Number(y)), ("class", style));
        if (size != TextSize)
            element.SetAttributeValue("font-size", Number(size));
        if (anchor != TextAnchor.Start)
            element.SetAttributeValue("text-anchor", anchor == TextAnchor.Middle ? "middle" : "end");
        if (bold)
            element.SetAttributeValue("font-weight", "bold");
        element.Value = text;
        _content.Add(element);
    }

    /// <summary>Writes the text unless it would touch another; tells whether it did.</summary>
    public bool TryText(double x, double y, string text, TextAnchor anchor, string? style = null)
    {
        TextBox box = TextBox.Of(text, x, y, TextSize, anchor);
        if (box.Left < 0 || box.Right > Width || _texts.Exists(box.Overlaps))
            return false;
        Text(x, y, text, anchor, style);
        return true;
    }

    /// <summary>Adds a straight line.</summary>
    public void Line(double x1, double y1, double x2, double y2, string style) => _content.Add(
        Element("path", ("class", style), ("d", $"M{Number(x1)} {Number(y1)}L{Number(x2)} {Number(y2)}")));

    /// <summary>Adds a line through points.</summary>
    public void Path(IEnumerable<(double X, double Y)> points, string style, string? dash = null) => _content.Add(Element(
        "path",
        ("class", style),
        ("d", "M" + string.Join('L', points.Select(point => $"{Number(point.X)} {Number(point.Y)}"))),
        ("stroke-dasharray", dash)));

    /// <summary>Adds a rectangle; with a title it shows that under the pointer.</summary>
    public void Rectangle(double x, double y, double width, double height, string style, string? title = null)
    {
        string classes = title is null ? style : $"mark {style}";
        _content.Add(Titled(title, Element(
            "rect", ("class", classes), ("x", Number(x)), ("y", Number(y)), ("width", Number(width)), ("height", Number(height)))));
    }

    /// <summary>Adds a point in the shape of its group, which shows a text under the pointer.</summary>
    public void Point(double x, double y, int style, string? title = null)
    {
        string classes = title is null ? $"shape c{style}" : $"mark shape c{style}";
        _content.Add(Titled(title, Element("path", ("class", classes), ("d", PointShape.Path(style, x, y)))));
    }

    /// <summary>Adds points that show one text under the pointer.</summary>
    public void Points(IEnumerable<(double X, double Y)> points, string title)
    {
        string path = string.Concat(points.Select(point => PointShape.Path(0, point.X, point.Y)));
        if (path.Length > 0)
            _content.Add(Titled(title, Element("path", ("class", "mark shape c0"), ("d", path))));
    }

    /// <summary>The finished document.</summary>
    /// <param name="chart">Gives title and description.</param>
    /// <param name="withStyle">Whether the colours are inside, as a file needs; a page holds them once.</param>
    public XElement Finish(Chart chart, bool withStyle)
    {
        XElement root = Element(
            "svg", ("class", "chart"), ("role", "img"), ("width", Number(Width)), ("height", Number(Height)),
            ("viewBox", $"0 0 {Number(Width)} {Number(Height)}"), ("font-size", Number(TextSize)), ("font-family", "Helvetica,Arial,'DejaVu Sans',sans-serif"));
        root.Add(new XElement(Svg + "title", ChartText.Clean(chart.Title)), new XElement(Svg + "desc", ChartText.Clean(chart.Description)));
        if (withStyle)
            root.Add(new XElement(Svg + "style", SvgStyle.Rules));
        root.Add(Element("rect", ("class", "sheet"), ("width", Number(Width)), ("height", Number(Height))), _content);
        return root;
    }

    private static XElement Titled(string? title, XElement shape)
    {
        if (title is not null)
            shape.Add(new XElement(Svg + "title", title));
        return shape;
    }

    private static XElement Element(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        var element = new XElement(Svg + name);
        foreach ((string attribute, string? value) in attributes)
            element.SetAttributeValue(attribute, value);
        return element;
    }
}
