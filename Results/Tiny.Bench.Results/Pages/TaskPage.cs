using System.Globalization;
using Tiny.Bench.Results.Charts;
using Tiny.Bench.Results.Leaderboards;

namespace Tiny.Bench.Results.Pages;

/// <summary>The leaderboards and charts of one task.</summary>
internal static class TaskPage
{
    private const int MostRows = 2000;

    public static void Write(string path, PageSite site, string task, IReadOnlyList<PageEntry> entries) => PageFrame.Write(path, "../", $"Task {task}", html =>
    {
        Dictionary<string, PageEntry> byName = entries.ToDictionary(entry => entry.Stored.Name, StringComparer.Ordinal);
        html.Element("p", string.Create(CultureInfo.InvariantCulture, $"{entries.Count} records."));
        foreach (ClusterChart agreement in AgreementCharts.Of(task, entries))
            PageFrame.Figure(html, agreement);
        int number = 0;
        foreach (Leaderboard board in site.Boards.Where(board => board.Task == task))
        {
            html.Element("h2", $"{board.Title}: {board.Division ?? "not submitted"}, {ResultRow.KindText(board.Kind)}");
            foreach (Chart chart in PageCharts.Of(board, entries))
                PageFrame.Figure(html, chart);
            WriteRows(html, site, board, byName, $"board{++number}");
            WriteApart(html, site, board);
        }
    });

    private static void WriteRows(HtmlWriter html, PageSite site, Leaderboard board, Dictionary<string, PageEntry> byName, string id)
    {
        (double factor, string unit) = PageUnits.Of(board.Unit);
        PageFrame.OpenTable(
            html, id, "Systems that cannot be told apart share a rank.", ">Rank", "System", "Round", $">Value, {unit}", ">Interval", "Notes");
        foreach (LeaderboardRow row in board.Rows.Take(MostRows))
        {
            string record = "../" + site.RecordFile(row.Record);
            html.Open("tr").Element("td", row.Rank.ToString(CultureInfo.InvariantCulture), ("class", "n"))
                .Open("th", ("scope", "row")).Element("a", row.SystemName, ("href", "../" + site.SystemFile(SystemIdentity.Of(row.Record.Record).Name))).Close()
                .Element("td", row.Record.Record.Submission?.Round ?? "");
            PageFrame.Figure(html, row.Value * factor, record);
            html.Element("td", Interval(row, factor), ("class", "n"));
            html.Open("td");
            if (byName.TryGetValue(row.Record.Name, out PageEntry? entry))
                PageFrame.Badges(html, site, entry, withKind: false);
            html.Close().Close();
        }

        PageFrame.CloseTable(html);
    }

    private static string Interval(LeaderboardRow row, double factor)
    {
        (string low, string high) = (ChartText.Number(row.Low * factor), ChartText.Number(row.High * factor));
        return low == high ? "" : $"{low} to {high}";
    }

    private static void WriteApart(HtmlWriter html, PageSite site, Leaderboard board)
    {
        if (board.Apart.Count == 0)
            return;
        (double factor, string unit) = PageUnits.Of(board.Unit);
        html.Open("details").Element("summary", string.Create(CultureInfo.InvariantCulture, $"Not ranked here: {board.Apart.Count}"));
        foreach (IGrouping<string, LeaderboardAside> group in board.Apart.Take(MostRows).GroupBy(aside => aside.Fact, StringComparer.Ordinal))
        {
            html.Element("p", group.Key).Open("ul");
            foreach (LeaderboardAside aside in group)
            {
                string round = aside.Record.Record.Submission is { } submission ? $", {submission.Round}" : "";
                html.Open("li").Element("a", aside.SystemName, ("href", "../" + site.RecordFile(aside.Record)))
                    .Text($"{round}{(aside.Value is { } value ? $", {ChartText.Number(value * factor)} {unit}" : "")}").Close();
            }

            html.Close();
        }

        html.Close();
    }
}
