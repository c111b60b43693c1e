using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Tiny.Bench.Results.Charts.Svg;

namespace Tiny.Bench.Results.Charts;

/// <summary>What the file of a chart says, read back from its text alone.</summary>
internal static class SvgTexts
{
    public static byte[] Write(Chart chart)
    {
        var stream = new MemoryStream();
        new SvgChartWriter().Write(chart, stream);
        return stream.ToArray();
    }

    public static XElement Parse(Chart chart) => XElement.Parse(Encoding.UTF8.GetString(Write(chart)));

    /// <summary>Every text with the box that it takes up.</summary>
    public static IReadOnlyList<(string Text, TextBox Box)> Boxes(XElement svg) =>
        [.. svg.Descendants().Where(element => element.Name.LocalName == "text").Select(text => (text.Value, BoxOf(text)))];

    public static double Attribute(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    private static double Size(XElement text) => Attribute(text.Attribute("font-size") is null ? text.Parent! : text, "font-size");

    private static TextBox BoxOf(XElement text)
    {
        TextAnchor anchor = text.Attribute("text-anchor")?.Value switch
        {
            null => TextAnchor.Start,
            "middle" => TextAnchor.Middle,
            _ => TextAnchor.End,
        };
        return TextBox.Of(
            text.Value, Attribute(text, "x"), Attribute(text, "y"), Size(text), anchor, text.Attribute("font-weight") is not null);
    }
}
