using System.Xml.Linq;
using Tiny.Bench.Results.Charts;

namespace Tiny.Bench.Results.Pages;

/// <summary>Writes HTML from start to end. Every text and every attribute is escaped here, so no caller can forget it.</summary>
internal sealed class HtmlWriter(TextWriter writer)
{
    private readonly Stack<string> _open = new();

    /// <summary>The line that makes a browser follow the standard.</summary>
    public HtmlWriter DocumentType()
    {
        writer.Write("<!doctype html>\n");
        return this;
    }

    /// <summary>Opens an element. An attribute with a null value is left out.</summary>
    public HtmlWriter Open(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(name, attributes);
        _open.Push(name);
        return this;
    }

    /// <summary>Writes an element that has no content: <c>meta</c>, <c>link</c>, <c>input</c>.</summary>
    public HtmlWriter Void(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(name, attributes);
        return this;
    }

    /// <summary>Writes an element with text in it.</summary>
    public HtmlWriter Element(string name, string text, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        Open(name, attributes).Text(text).Close();

    /// <summary>Writes text.</summary>
    public HtmlWriter Text(string text)
    {
        foreach (char letter in ChartText.Clean(text))
            WriteEscaped(letter);
        return this;
    }

    /// <summary>Closes the element that was opened last.</summary>
    public HtmlWriter Close()
    {
        // The end of a cell, row or item follows from what comes next (HTML, section 13.1.2.4).
        string name = _open.Pop();
        if (name is not ("td" or "th" or "tr" or "li" or "dt" or "dd" or "option"))
            writer.Write($"</{name}>");
        if (name is "tr" or "p" or "h1" or "h2" or "h3" or "li" or "div" or "section" or "table" or "head" or "html" or "figure")
            writer.Write('\n');
        return this;
    }

    /// <summary>Writes a drawing; a page needs no name spaces.</summary>
    public HtmlWriter Drawing(XElement element)
    {
        Start(element.Name.LocalName, [.. element.Attributes().Select(attribute => (attribute.Name.LocalName, (string?)attribute.Value))], empty: element.IsEmpty);
        if (element.IsEmpty)
            return this;
        foreach (XNode node in element.Nodes())
        {
            if (node is XElement child)
                Drawing(child);
            else if (node is XText text)
                Text(text.Value);
        }

        writer.Write($"</{element.Name.LocalName}>");
        return this;
    }

    private void Start(string name, ReadOnlySpan<(string Name, string? Value)> attributes, bool empty = false)
    {
        writer.Write($"<{name}");
        foreach ((string attribute, string? value) in attributes)
        {
            if (value is null)
                continue;
            writer.Write($" {attribute}");
            if (value.Length == 0)
                continue;
            writer.Write('=');
            if (NeedsNoQuotes(value))
            {
                writer.Write(value);
                continue;
            }

            writer.Write('"');
            Text(value);
            writer.Write('"');
        }

        writer.Write(empty ? " />" : ">");
    }

    // Most values are numbers and short names, and a site has a hundred thousand of them. Other values stand in double quotes.
    private static bool NeedsNoQuotes(string value) =>
        value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' or '/' or '#');

    private void WriteEscaped(char letter)
    {
        string? escaped = letter switch
        {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            _ => null,
        };
        if (escaped is null)
            writer.Write(letter);
        else
            writer.Write(escaped);
    }
}
