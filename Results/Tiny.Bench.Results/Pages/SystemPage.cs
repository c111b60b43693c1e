using Tiny.Bench.Results.Charts;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Pages;

/// <summary>One system: what it is, all that is known of it, and where that comes from.</summary>
internal static class SystemPage
{
    private static readonly (string Heading, Func<ResultRow, double?> Of)[] Figures =
    [
        ("Latency, ms", row => row.LatencyMilliseconds), ("Shortest window, s", row => row.ShortestWindowSeconds), ("Energy, µJ", row => row.EnergyMicrojoules),
        ("Power, mW", row => row.PowerMilliwatts), ("Supply, V", row => row.VoltageVolts),
    ];

    public static void Write(string path, PageSite site, string name, IReadOnlyList<PageEntry> entries) => PageFrame.Write(path, "../", name, html =>
    {
        if (entries.Newest()?.Stored.Record.System is { } system)
            WriteSystem(html, system);
        if (PageCharts.Windows(entries) is { } windows)
            PageFrame.Figure(html, windows);
        else if (entries.Any(entry => entry.Stored.Record.Performance?.Windows.Count > 1))
            html.Element("p", $"Every timed window lies within {PageCharts.QuietPercentText} % of the median of its run.");
        foreach (StackChart operators in OperatorCharts.Of(entries))
            PageFrame.Figure(html, operators);
        WriteResults(html, site, entries);
        foreach (PlanChart plan in PlanCharts.Of(entries))
            PageFrame.Figure(html, plan);
        WriteSources(html, site, entries);
    });

    private static void WriteSystem(HtmlWriter html, SystemRecord system)
    {
        (string Name, string? Value)[] facts =
        [
            ("Board", system.Board), ("Chip", system.Soc), ("Processor", system.Processor), ("Clock", system.Clock), ("Accelerator", system.Accelerator),
            ("Accelerator clock", system.AcceleratorClock), ("Memory", system.Memory), ("Software", system.Software), ("Number formats", system.Quantization),
            ("Compiler", system.Compiler), ("Kernel library", system.KernelLibrary), ("Firmware SHA-256", system.FirmwareSha256),
        ];
        if (!Array.Exists(facts, fact => !string.IsNullOrWhiteSpace(fact.Value)))
            return;
        html.Open("dl");
        foreach ((string name, string? value) in facts.Where(fact => !string.IsNullOrWhiteSpace(fact.Value)))
            html.Element("dt", name).Element("dd", value!);
        html.Close();
    }

    // A system that was measured for its energy has columns that most have not: one without any figure is left out.
    private static void WriteResults(HtmlWriter html, PageSite site, IReadOnlyList<PageEntry> entries)
    {
        (string Heading, Func<ResultRow, double?> Of)[] figures = [.. Figures.Where(figure => entries.Any(entry => figure.Of(entry.Row) is not null))];
        PageFrame.OpenTable(html, "results", "Every result of this system.", ["Task", "Round", "Division", .. figures.Select(figure => ">" + figure.Heading), ">Quality", "Kind"]);
        foreach (PageEntry entry in entries)
        {
            ResultRow row = entry.Row;
            string record = "../" + row.RecordFile;
            html.Open("tr").Open("th", ("scope", "row")).Element("a", row.Task, ("href", "../" + site.TaskFile(row.Task))).Close()
                .Element("td", row.Round ?? "").Element("td", row.Division ?? "");
            foreach ((_, Func<ResultRow, double?> of) in figures)
                PageFrame.Figure(html, of(row), record);
            PageFrame.Figure(html, row.QualityValue, record, row.QualityText);
            html.Open("td");
            PageFrame.Badges(html, site, entry);
            html.Close().Close();
        }

        PageFrame.CloseTable(html);
    }

    private static void WriteSources(HtmlWriter html, PageSite site, IReadOnlyList<PageEntry> entries)
    {
        html.Element("h2", "Where the figures come from").Open("ul");
        foreach (PageEntry entry in entries)
        {
            string which = string.Join(", ", new[] { entry.Row.Task, entry.Row.Round, entry.Row.Division }.OfType<string>());
            html.Open("li").Element("a", which, ("href", "../" + entry.Row.RecordFile));
            WriteFiles(html, entry.Stored.Record.Evidence);
            foreach (string note in entry.Stored.Record.Evidence?.Notes ?? [])
                html.Text($" {note}.");
            foreach (PageProblem problem in site.ProblemsOf(entry.Stored))
                html.Text(" ").Element("span", problem.Rule ?? "note", ("class", "badge bad")).Text($" {problem.Text}");
            html.Close();
        }

        html.Close();
    }

    // The files of a record lie side by side, so what their paths have in common stands once.
    private static void WriteFiles(HtmlWriter html, EvidenceRecord? evidence)
    {
        string[] files = [.. new[] { evidence?.Performance, evidence?.Accuracy, evidence?.Energy }.OfType<string>()];
        if (files.Length == 0)
            return;
        int shared = files.Skip(1).Aggregate(files[0], (start, file) => start[..start.AsSpan().CommonPrefixLength(file)]).LastIndexOf('/') + 1;
        html.Text(": ").Element("code", files.Length == 1 ? files[0] : files[0][..shared]);
        if (files.Length > 1)
            html.Text(" with ").Element("code", string.Join(", ", files.Select(file => file[shared..])));
        html.Text(".");
    }
}
