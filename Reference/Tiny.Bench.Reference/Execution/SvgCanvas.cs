using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Tiny.Bench.Reference.Execution;

/// <summary>An SVG document under construction; the same calls give the same bytes on every machine.</summary>
internal sealed class SvgCanvas
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly XElement _root;

    /// <summary>A white sheet of so many pixels.</summary>
    public SvgCanvas(double width, double height, string title)
    {
        _root = new XElement(
            Svg + "svg",
            new XAttribute("width", Number(width)),
            new XAttribute("height", Number(height)),
            new XAttribute("viewBox", $"0 0 {Number(width)} {Number(height)}"),
            new XAttribute("font-family", "sans-serif"),
            new XAttribute("font-size", "11"),
            new XElement(Svg + "title", title));
        Rectangle(0, 0, width, height, "white");
    }

    /// <summary>Adds a filled rectangle; <paramref name="title"/> is shown when the pointer rests on it.</summary>
    public XElement Rectangle(double x, double y, double width, double height, string fill, string? title = null) => Add(
        "rect",
        new XAttribute("x", Number(x)),
        new XAttribute("y", Number(y)),
        new XAttribute("width", Number(width)),
        new XAttribute("height", Number(height)),
        new XAttribute("fill", fill),
        title is null ? null : new XElement(Svg + "title", Printable(title)));

    /// <summary>Adds a horizontal line.</summary>
    public XElement Line(double x1, double x2, double y, string stroke) => Add(
        "line",
        new XAttribute("x1", Number(x1)),
        new XAttribute("y1", Number(y)),
        new XAttribute("x2", Number(x2)),
        new XAttribute("y2", Number(y)),
        new XAttribute("stroke", stroke));

    /// <summary>Adds a line of text that starts on the base line at (x, y).</summary>
    public XElement Text(double x, double y, string content) => Add(
        "text",
        new XAttribute("x", Number(x)),
        new XAttribute("y", Number(y)),
        Printable(content));

    /// <summary>Adds a line of text, turned clockwise around its start.</summary>
    public XElement TurnedText(double x, double y, int degrees, string content)
    {
        XElement text = Text(x, y, content);
        text.SetAttributeValue("transform", $"rotate({Number(degrees)} {Number(x)} {Number(y)})");
        return text;
    }

    /// <summary>The document, with LF line ends.</summary>
    public string Write()
    {
        var text = new StringBuilder();
        var settings = new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, NewLineChars = "\n" };
        using (var writer = XmlWriter.Create(text, settings))
            _root.Save(writer);
        return text.Append('\n').ToString();
    }

    private XElement Add(string name, params object?[] content)
    {
        var element = new XElement(Svg + name, content);
        _root.Add(element);
        return element;
    }

    /// <summary>A name out of a file can hold characters that XML cannot.</summary>
    private static string Printable(string content)
    {
        var text = new StringBuilder(content.Length);
        foreach (Rune rune in content.EnumerateRunes())
            text.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? Rune.ReplacementChar : rune);
        return text.ToString();
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
