using Tiny.Bench.Core.Systems;
using Tiny.Bench.Results.Leaderboards;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Cli.Output;

/// <summary>What <c>results rank --json</c> prints; field names are stable (Harness/README.md).</summary>
internal sealed record LeaderboardJson(IReadOnlyList<LeaderboardJson.Board> Leaderboards, IReadOnlyList<StoreProblem> Problems)
{
    public static LeaderboardJson Of(IReadOnlyList<Leaderboard> boards, IReadOnlyList<StoreProblem> problems) =>
        new([.. boards.Select(Board.Of)], problems);

    internal sealed record Board(
        string Task, string? Division, RunKind Kind, Measure Measure, string Title, string Unit, bool LowerIsBetter, IReadOnlyList<Row> Rows, IReadOnlyList<Aside> Apart)
    {
        public static Board Of(Leaderboard board) => new(
            board.Task, board.Division, board.Kind, board.Measure, board.Title, board.Unit, board.LowerIsBetter,
            [.. board.Rows.Select(row => new Row(row.Rank, row.SystemName, row.Record.Record.Submission?.Round, row.Value, row.Low, row.High, row.Record.Name))],
            [.. board.Apart.Select(aside => new Aside(aside.SystemName, aside.Record.Record.Submission?.Round, aside.Value, aside.Record.Name, aside.Fact))]);
    }

    internal sealed record Row(int Rank, string System, string? Round, double Value, double Low, double High, string Record);

    internal sealed record Aside(string System, string? Round, double? Value, string Record, string Fact);
}
