using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Tiny.Bench.Datasets.Images;

namespace Tiny.Bench.Datasets.Showing;

/// <summary>Pictures of a sample as one SVG file, one below the other, each pixel a sharp square.</summary>
public static class SvgPicture
{
    private const int Width = 640;
    private const int Margin = 24;
    private const int LineHeight = 20;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>The file; the same pictures give the same bytes.</summary>
    /// <param name="heading">What the sample is, in at least one line; the first is the title.</param>
    /// <param name="pictures">What is to be seen of it.</param>
    public static byte[] Write(IReadOnlyList<string> heading, IReadOnlyList<SamplePicture> pictures)
    {
        if (heading.Count == 0)
            throw new ArgumentException("A picture has a title.", nameof(heading));
        var content = new List<XElement>();
        int y = Margin;
        foreach (string line in heading)
        {
            content.Add(Text(Margin, y, line, bold: content.Count == 0));
            y += LineHeight;
        }

        foreach (SamplePicture picture in pictures)
        {
            content.Add(Text(Margin, y, picture.Title));
            y += LineHeight / 2;
            int height = HeightOf(picture);
            int width = picture.Across is null ? height * picture.Image.Width / picture.Image.Height : Width;
            content.Add(Picture(picture, Margin, y, width, height));
            y += height + LineHeight;
            if (picture.Across is not null)
            {
                content.Add(Text(Margin + (Width / 2), y - (LineHeight / 4), $"{picture.Across} \u2192", anchor: "middle"));
                content.Add(Text(-(y - LineHeight), Margin - 8, $"{picture.Up} \u2192", turned: true));
                y += LineHeight;
            }
        }

        var root = new XElement(
            Svg + "svg",
            new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {Width + (2 * Margin)} {y}")),
            new XAttribute("width", Width + (2 * Margin)),
            new XAttribute("height", y),
            new XAttribute("role", "img"),
            new XAttribute("font-family", "sans-serif"),
            new XAttribute("font-size", 12),
            new XElement(Svg + "title", heading[0]),
            new XElement(Svg + "rect", new XAttribute("width", "100%"), new XAttribute("height", "100%"), new XAttribute("fill", "#ffffff")),
            content);
        return Encoding.UTF8.GetBytes(root.ToString(SaveOptions.None).ReplaceLineEndings("\n") + "\n");
    }

    // A photograph keeps its shape; features get room to be seen.
    private static int HeightOf(SamplePicture picture) => picture.Across is null
        ? Math.Min(Width, Width / 2 * picture.Image.Height / picture.Image.Width)
        : Math.Clamp(picture.Image.Height * 2, 128, 256);

    private static XElement Picture(SamplePicture picture, int x, int y, int width, int height) => new(
        Svg + "image",
        new XAttribute("x", x),
        new XAttribute("y", y),
        new XAttribute("width", width),
        new XAttribute("height", height),
        new XAttribute("preserveAspectRatio", "none"),
        new XAttribute("style", "image-rendering:pixelated"),
        new XAttribute("href", "data:image/png;base64," + Convert.ToBase64String(PngEncoder.Encode(picture.Image))));

    private static XElement Text(int x, int y, string text, bool bold = false, string? anchor = null, bool turned = false)
    {
        var element = new XElement(Svg + "text", new XAttribute("x", x), new XAttribute("y", y), text);
        if (bold)
            element.SetAttributeValue("font-weight", "bold");
        if (anchor is not null)
            element.SetAttributeValue("text-anchor", anchor);
        if (turned)
            element.SetAttributeValue("transform", "rotate(-90)");
        return element;
    }
}
