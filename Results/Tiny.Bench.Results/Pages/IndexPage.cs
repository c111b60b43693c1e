using System.Globalization;

namespace Tiny.Bench.Results.Pages;

/// <summary>The first page: everything in one table that sorts, filters and searches.</summary>
internal static class IndexPage
{
    // A browser lays out so many rows without a pause; the downloads and the other pages hold all.
    private const int MostRows = 2000;

    public static void Write(string path, PageSite site) => PageFrame.Write(path, "", "Results", html =>
    {
        int systems = site.Entries.Select(entry => entry.SystemName).Distinct(StringComparer.Ordinal).Count();
        html.Element("p", string.Create(
            CultureInfo.InvariantCulture, $"{site.Entries.Count} records of {systems} systems. Every figure leads to the record that it was taken from."));
        html.Open("p").Text("Tasks: ");
        foreach (string task in site.Tasks)
            html.Element("a", task, ("href", site.TaskFile(task))).Text(" ");
        html.Text("Downloads: ").Element("a", "CSV", ("href", "results.csv"), ("download", "")).Text(" ")
            .Element("a", "JSON", ("href", "results.json"), ("download", "")).Close();
        if (PageCharts.Progress(site) is { } progress)
            PageFrame.Figure(html, progress);
        html.Element("h2", "All results");
        WriteFilter(html, site);
        WriteTable(html, site);
        WriteSystems(html, site);
        WriteProblems(html, site);
    });

    private static void WriteFilter(HtmlWriter html, PageSite site)
    {
        html.Open("form", ("class", "filter"), ("data-table", "results"), ("role", "search"));
        html.Open("label").Text("Search (key /) ").Void("input", ("type", "search"), ("id", "search"), ("autocomplete", "off")).Close();
        WriteSelect(html, "Task", 2, site.Tasks);
        WriteSelect(html, "Round", 1, site.Entries.Select(entry => entry.Row.Round));
        WriteSelect(html, "Division", 3, site.Entries.Select(entry => entry.Row.Division));
        WriteSelect(html, "Kind", 9, site.Entries.Select(entry => entry.Row.Kind));
        html.Element("output", "", ("id", "count"), ("aria-live", "polite")).Close();
    }

    private static void WriteSelect(HtmlWriter html, string name, int column, IEnumerable<string?> values)
    {
        html.Open("label").Text(name + " ")
            .Open("select", ("data-column", column.ToString(CultureInfo.InvariantCulture))).Element("option", "all", ("value", ""));
        foreach (string value in values.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            html.Element("option", value);
        html.Close().Close();
    }

    private static void WriteTable(HtmlWriter html, PageSite site)
    {
        string caption = site.Entries.Count > MostRows
            ? string.Create(CultureInfo.InvariantCulture, $"The first {MostRows} of {site.Entries.Count} results; the downloads hold all.")
            : "Every result. The rank is that by latency within task, division and kind; a system is ranked once.";
        PageFrame.OpenTable(
            html, "results", caption, "System", "Round", "Task", "Division", ">Rank", ">Latency, ms", ">Energy, µJ", ">Power, mW", ">Quality", "Kind");
        foreach (PageEntry entry in site.Entries.Take(MostRows))
        {
            ResultRow row = entry.Row;
            html.Open("tr").Open("th", ("scope", "row")).Element("a", entry.SystemName, ("href", site.SystemFile(entry.SystemName))).Close()
                .Element("td", row.Round ?? "").Element("td", row.Task).Element("td", row.Division ?? "")
                .Element("td", row.LatencyRank?.ToString(CultureInfo.InvariantCulture) ?? "", ("class", "n"));
            PageFrame.Figure(html, row.LatencyMilliseconds, row.RecordFile);
            PageFrame.Figure(html, row.EnergyMicrojoules, row.RecordFile);
            PageFrame.Figure(html, row.PowerMilliwatts, row.RecordFile);
            PageFrame.Figure(html, row.QualityValue, row.RecordFile, row.QualityText);
            html.Open("td");
            PageFrame.Badges(html, site, entry);
            html.Close().Close();
        }

        PageFrame.CloseTable(html);
    }

    private static void WriteSystems(HtmlWriter html, PageSite site)
    {
        html.Element("h2", "Systems").Open("ul", ("class", "columns"));
        foreach (string name in site.Entries.Select(entry => entry.SystemName).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(MostRows))
            html.Open("li").Element("a", name, ("href", site.SystemFile(name))).Close();
        html.Close();
    }

    private static void WriteProblems(HtmlWriter html, PageSite site)
    {
        if (site.Problems.Count == 0)
            return;
        html.Element("h2", "What could not be read, and what breaks a rule").Open("ul");
        foreach (PageProblem problem in site.Problems.Take(MostRows))
            html.Open("li").Element("code", problem.Where).Text($": {(problem.Rule is { } rule ? rule + ", " : "")}{problem.Text}").Close();
        html.Close();
        if (site.Problems.Count > MostRows)
            html.Element("p", string.Create(CultureInfo.InvariantCulture, $"And {site.Problems.Count - MostRows} more."));
    }
}
