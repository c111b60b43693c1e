using System.Globalization;
using System.Text;
using Tiny.Bench.Results.Charts;
using Tiny.Bench.Results.Leaderboards;

namespace Tiny.Bench.Results.Pages;

/// <summary>What all pages have in common. Nothing may be loaded but the site's own style and script: the page says so to the browser.</summary>
internal static class PageFrame
{
    private const string Policy = "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src data:; base-uri 'none'; form-action 'none'";

    /// <summary>Writes one page.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="root">The way to the site's root: empty or <c>../</c>.</param>
    /// <param name="title">Heading and title.</param>
    /// <param name="content">Writes what stands below the heading.</param>
    public static void Write(string path, string root, string title, Action<HtmlWriter> content)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        HtmlWriter html = new HtmlWriter(writer).DocumentType().Open("html", ("lang", "en")).Open("head");
        html.Void("meta", ("charset", "utf-8"))
            .Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"))
            .Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", Policy))
            .Void("link", ("rel", "icon"), ("href", "data:,"))
            .Void("link", ("rel", "stylesheet"), ("href", root + "site.css"))
            .Element("script", "", ("src", root + "site.js"), ("defer", ""))
            .Element("title", title).Close();
        html.Open("body").Open("header").Open("nav", ("aria-label", "Site"))
            .Element("a", "Tiny.Bench results", ("href", root + "index.html")).Close().Close();
        html.Open("main").Element("h1", title);
        content(html);
        html.Close().Open("div", ("id", "tip"), ("role", "presentation"), ("hidden", "")).Close().Close().Close();
        writer.Write('\n');
    }

    /// <summary>Writes a chart that can be scrolled where the page is narrow.</summary>
    public static void Figure(HtmlWriter html, Chart chart) =>
        html.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", $"Chart: {chart.Title}"))
            .Drawing(SvgChartWriter.Draw(chart, withStyle: false)).Close();

    /// <summary>Opens a table that can be scrolled and sorted; the script makes a button of every heading.</summary>
    /// <param name="html">The page.</param>
    /// <param name="id">Its id.</param>
    /// <param name="caption">What it holds.</param>
    /// <param name="columns">Headings; one that begins with &gt; is of numbers.</param>
    public static void OpenTable(HtmlWriter html, string id, string caption, params ReadOnlySpan<string> columns)
    {
        html.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", caption))
            .Open("table", ("id", id), ("class", "sortable")).Element("caption", caption).Open("thead").Open("tr");
        foreach (string column in columns)
        {
            bool number = column.StartsWith('>');
            html.Element("th", number ? column[1..] : column, ("scope", "col"), ("class", number ? "n" : null));
        }

        html.Close().Close().Open("tbody");
    }

    /// <summary>Closes what <see cref="OpenTable"/> opened.</summary>
    public static void CloseTable(HtmlWriter html) => html.Close().Close().Close();

    /// <summary>A cell with a figure that leads to its record. The script leaves one stop a row for the key Tab.</summary>
    public static void Figure(HtmlWriter html, double? value, string record, string? text = null)
    {
        html.Open("td", ("class", "n"), ("data-v", value?.ToString("G6", CultureInfo.InvariantCulture)));
        if (value is { } number)
            html.Element("a", text ?? ChartText.Number(number), ("href", record));
        html.Close();
    }

    /// <summary>The badges of a record: kind, dialect, verdict of an audit, state of the rules.</summary>
    public static void Badges(HtmlWriter html, PageSite site, PageEntry entry, bool withKind = true)
    {
        if (withKind)
            html.Element("span", entry.Row.Kind, ("class", "badge"));
        if (entry.Row.Dialect is { } dialect)
            html.Text(" ").Element("span", dialect, ("class", "badge"));
        if (entry.Stored.Record.Audit is { } audit)
            html.Text(" ").Element("span", audit.Describe(), ("class", "badge"));
        if (entry.Stored.Record.Performance is { Windows.Count: > 0 } performance && WindowRule.Fault(performance) is not null)
            html.Text(" ").Element("span", "window rule not met", ("class", "badge bad"));
        foreach (string rule in site.ProblemsOf(entry.Stored).Select(problem => problem.Rule ?? "note").Distinct(StringComparer.Ordinal))
            html.Text(" ").Element("span", rule, ("class", "badge bad"));
    }
}
