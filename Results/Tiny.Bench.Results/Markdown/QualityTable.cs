using System.Globalization;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Results.Leaderboards;
using Tiny.Bench.Results.Pages;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Markdown;

/// <summary>How well each system does each task: a row a system, a column a task with its model and list, which are never mixed.</summary>
internal static class QualityTable
{
    /// <summary>Writes one table a kind; the newest record of a system and column counts.</summary>
    /// <param name="output">Receives the text.</param>
    /// <param name="records">Records whose names are paths relative to the document.</param>
    /// <param name="withLinks">Whether each figure leads to its record; a file that people also read as it is goes without.</param>
    public static void Write(TextWriter output, IReadOnlyList<StoredRecord> records, bool withLinks)
    {
        foreach (IGrouping<RunKind, StoredRecord> kind in records.Where(HasQuality).GroupBy(stored => stored.Record.Kind).OrderBy(group => group.Key))
        {
            output.Write($"{Heading(kind.Key)}:\n\n");
            Write(output, kind, withLinks);
        }
    }

    private static bool HasQuality(StoredRecord stored) => QualityText.Of(stored.Record) is not null;

    private static string Heading(RunKind kind) => kind switch
    {
        RunKind.Measured => "Measured",
        RunKind.Simulated => "Simulated (real firmware in an emulator)",
        RunKind.Published => "Published by others",
        _ => "Estimated",
    };

    private static void Write(TextWriter output, IEnumerable<StoredRecord> records, bool withLinks)
    {
        var cells = new Dictionary<(string System, Column Column), StoredRecord>();
        foreach (StoredRecord stored in records.OrderBy(stored => stored.Record.Started).ThenBy(stored => stored.Name, StringComparer.Ordinal))
            cells[(SystemIdentity.Of(stored.Record).Name, Column.Of(stored.Record))] = stored;
        Column[] columns = [.. Column.Sort(cells.Keys.Select(key => key.Column).Distinct())];
        MarkdownText.Table(
            output,
            ["system", .. columns.Select(column => $">{MarkdownText.Escape(column.Task)}")],
            [
                .. cells.Keys.Select(key => key.System).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(system => (IReadOnlyList<string>)
                    [MarkdownText.Escape(system), .. columns.Select(column => cells.TryGetValue((system, column), out StoredRecord? stored) ? CellOf(stored, withLinks) : "")]),
                ["*model*", .. columns.Select(column => MarkdownText.Escape(column.Model))],
                ["*list*", .. columns.Select(column => MarkdownText.Escape(column.List))],
            ]);
    }

    private static string CellOf(StoredRecord stored, bool withLink)
    {
        RunRecord record = stored.Record;
        string text = QualityText.Of(record)!, figure = withLink ? MarkdownText.Link(text, stored.Name) : MarkdownText.Escape(text);
        string part = record is { Quality.Samples: { } run, Data.Samples: { } all } && run < all ? string.Create(CultureInfo.InvariantCulture, $" of the first {run}") : "";
        return $"{figure}{part}{(QualityText.Differences(record) is { } differences ? $", {differences}" : "")}";
    }

    private readonly record struct Column(string Task, string Model, string List, string Digests)
    {
        public static Column Of(RunRecord record) =>
            new(record.Task, record.Model?.File ?? "", record.Data is { } data ? ListOf(data) : "", $"{record.Model?.Sha256} {record.Data?.Sha256}");

        public static IEnumerable<Column> Sort(IEnumerable<Column> columns) => columns.OrderBy(column => column.Task, StringComparer.Ordinal)
            .ThenBy(column => column.Model, StringComparer.Ordinal)
            .ThenBy(column => column.List, StringComparer.Ordinal)
            .ThenBy(column => column.Digests, StringComparer.Ordinal);

        private static string ListOf(DataRecord data) => string.Create(
            CultureInfo.InvariantCulture, $"{data.Name}, {data.Samples} sample{(data.Samples == 1 ? "" : "s")}{(data.Official ? "" : $", {data.Standing()}")}");
    }
}
