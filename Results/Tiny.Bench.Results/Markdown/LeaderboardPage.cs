using System.Globalization;
using Tiny.Bench.Results.Charts;
using Tiny.Bench.Results.Leaderboards;
using Tiny.Bench.Results.Pages;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Markdown;

/// <summary>A page with everything: what each system reaches, how far it is from the reference, and every leaderboard.</summary>
internal static class LeaderboardPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="output">Receives the text; line ends are LF.</param>
    /// <param name="contents">Records whose names are paths relative to the page, and what could not be read.</param>
    /// <param name="charts">Charts and their file names beside the page.</param>
    public static void Write(TextWriter output, StoreContents contents, IReadOnlyList<(string File, Chart Chart)> charts)
    {
        output.Write("# Leaderboard\n\n<!-- Written by tinybench results publish; edit the records, not this page. -->\n\n");
        output.Write(string.Create(CultureInfo.InvariantCulture, $"{contents.Records.Count} records. Every figure leads to the record that it was taken from.\n\n"));
        QualityTable.Write(output, contents.Records, withLinks: true);
        foreach ((string file, Chart chart) in charts)
            output.Write($"![{MarkdownText.Escape($"{chart.Title}. {chart.Description}")}]({file})\n\n");
        foreach (Leaderboard board in LeaderboardBuilder.Build(contents.Records))
            Write(output, board);
        if (contents.Problems.Count == 0)
            return;
        output.Write("## Not read\n\n");
        foreach (StoreProblem problem in contents.Problems)
            output.Write($"- {MarkdownText.Escape($"{problem.Name}: {problem.Problem}")}\n");
    }

    private static void Write(TextWriter output, Leaderboard board)
    {
        (double factor, string unit) = PageUnits.Of(board.Unit);
        output.Write($"## {MarkdownText.Escape($"{board.Task}, {board.Title}: {board.Division ?? "not submitted"}, {board.Kind.Name()}")}\n\n");
        if (board.Rows.Count > 0)
            WriteRows(output, board, factor, unit);
        if (board.Apart.Count == 0)
            return;
        output.Write("Not ranked here:\n\n");
        foreach (LeaderboardAside aside in board.Apart)
        {
            string value = aside.Value is { } known ? $", {ChartText.Number(known * factor)} {unit}" : "";
            output.Write($"- {MarkdownText.Link(aside.SystemName, aside.Record.Name)}{MarkdownText.Escape($"{value}: {aside.Fact}")}\n");
        }

        output.Write('\n');
    }

    private static void WriteRows(TextWriter output, Leaderboard board, double factor, string unit) => MarkdownText.Table(
        output,
        [">rank", "system", $">value, {unit}", ">interval"],
        board.Rows.Select(row => (IReadOnlyList<string>)[
            row.Rank.ToString(CultureInfo.InvariantCulture), SystemOf(row),
            MarkdownText.Link(ChartText.Number(row.Value * factor), row.Record.Name), Interval(row, factor)]));

    private static string SystemOf(LeaderboardRow row) =>
        MarkdownText.Escape(row.Record.Record.Audit is { } audit ? $"{row.SystemName} ({audit.Describe()})" : row.SystemName);

    private static string Interval(LeaderboardRow row, double factor)
    {
        (string low, string high) = (ChartText.Number(row.Low * factor), ChartText.Number(row.High * factor));
        return low == high ? "" : $"{low} to {high}";
    }
}
