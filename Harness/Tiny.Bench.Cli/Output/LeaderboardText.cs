using System.Globalization;
using Tiny.Bench.Results.Leaderboards;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Cli.Output;

/// <summary>Leaderboards as text: each with its rows, then what is set apart with its fact.</summary>
internal static class LeaderboardText
{
    public static void Write(TextWriter output, IReadOnlyList<Leaderboard> boards)
    {
        foreach (Leaderboard board in boards)
        {
            if (!ReferenceEquals(board, boards[0]))
                output.WriteLine();
            Write(output, board);
        }
    }

    /// <summary>One line for each file that is no record.</summary>
    public static void WriteProblems(TextWriter error, IReadOnlyList<StoreProblem> problems)
    {
        foreach (StoreProblem problem in problems)
            error.WriteLine($"not read: {problem.Name}: {problem.Problem}");
    }

    private static void Write(TextWriter output, Leaderboard board)
    {
        output.WriteLine($"{board.Task}, {board.Division ?? "not submitted"}, {board.Kind.Name()}: {board.Title} [{board.Unit}], {(board.LowerIsBetter ? "less" : "more")} is better");
        if (board.Rows.Count > 0)
        {
            TextTable.Write(
                output,
                [">rank", ">value", ">from", ">to", "round", "system"],
                board.Rows.Select(row => (IReadOnlyList<string>)[
                    row.Rank.ToString(CultureInfo.InvariantCulture), FigureText.Of(row.Value, board.Unit),
                    FigureText.Of(row.Low, board.Unit), FigureText.Of(row.High, board.Unit), RoundOf(row.Record), row.SystemName]));
        }

        if (board.Apart.Count == 0)
            return;
        output.WriteLine("set apart:");
        TextTable.Write(
            output,
            [">", ">value", "round", "system", "fact"],
            board.Apart.Select(aside => (IReadOnlyList<string>)[
                "", aside.Value is { } value ? FigureText.Of(value, board.Unit) : "-", RoundOf(aside.Record), aside.SystemName, aside.Fact]));
    }

    private static string RoundOf(StoredRecord record) => record.Record.Submission?.Round ?? "-";
}
