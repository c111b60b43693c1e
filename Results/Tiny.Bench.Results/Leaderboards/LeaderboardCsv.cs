using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Leaderboards;

/// <summary>Leaderboards as one table: a line a row, then those set apart, which have a fact in place of a rank. Invariant culture, LF.</summary>
public static class LeaderboardCsv
{
    private static readonly string[] Headings =
        ["task", "division", "kind", "measure", "unit", "rank", "system", "round", "value", "low", "high", "record", "fact"];

    /// <summary>Writes the boards in the order given, the headings first.</summary>
    public static void Write(TextWriter output, IReadOnlyList<Leaderboard> boards)
    {
        using var csv = new CsvWriter(output, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" }, leaveOpen: true);
        WriteLine(csv, Headings);
        foreach (Leaderboard board in boards)
        {
            foreach (LeaderboardRow row in board.Rows)
                WriteLine(csv, Line(board, row.SystemName, row.Record, row.Value, (row.Rank, row.Low, row.High), fact: ""));
            foreach (LeaderboardAside aside in board.Apart)
                WriteLine(csv, Line(board, aside.SystemName, aside.Record, aside.Value, place: null, aside.Fact));
        }
    }

    private static string[] Line(
        Leaderboard board, string system, StoredRecord record, double? value, (int Rank, double Low, double High)? place, string fact) =>
    [
        board.Task, board.Division ?? "", board.Kind.Name(), board.Measure.Name(), board.Unit,
        place?.Rank.ToString(CultureInfo.InvariantCulture) ?? "", system, record.Record.Submission?.Round ?? "",
        Text(value), Text(place?.Low), Text(place?.High), record.Name, fact,
    ];

    private static string Text(double? number) => number?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static void WriteLine(CsvWriter csv, string[] cells)
    {
        foreach (string cell in cells)
            csv.WriteField(cell);
        csv.NextRecord();
    }
}
