using System.Globalization;
using CsvHelper;
using Tiny.Bench.Results.Leaderboards;
using Tiny.Bench.Results.Records;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Results.Pages;

/// <summary>All published results with as much in each record as an import gives: five windows, system, sources.</summary>
internal static class PublishedRecords
{
    public static IReadOnlyList<StoredRecord> Read()
    {
        using var reader = new StreamReader(Official.Published("published.csv"));
        using var table = new CsvReader(reader, CultureInfo.InvariantCulture);
        return [.. PublishedTable.Read().Zip(table.GetRecords<dynamic>().Cast<IDictionary<string, object>>(), Complete)];
    }

    private static StoredRecord Complete(StoredRecord stored, IDictionary<string, object> row)
    {
        string? Cell(string name) => row[name] is string { Length: > 0 } text ? text : null;
        RunRecord record = stored.Record with
        {
            System = new SystemRecord
            {
                Board = Cell("board"), Soc = Cell("soc"), Processor = Cell("host_processor"), Accelerator = Cell("accelerator"), Clock = Cell("clock"),
                Software = Cell("software"), Quantization = Cell("quantization"),
            },
            Evidence = new EvidenceRecord
            {
                Performance = Cell("perf_source"), Accuracy = Cell("accuracy_source"), Energy = Cell("energy_source"), System = Cell("system_source"),
                Notes = Cell("notes") is { } notes ? [notes] : null,
            },
            Performance = stored.Record.Performance! with { Windows = [.. stored.Record.Performance.Windows.SelectMany(window => Five(window, Cell("round") == "v1.3" ? 0.01 : 0.0001))] },
        };
        string name = $"{Cell("round")}/{Cell("division")}/{Cell("submitter")}/{Cell("system")}/{Cell("task")}-{stored.Name}";
        return new StoredRecord(name, record);
    }

    // The table has the shortest window only; the other four are made up, a little longer, and in the last round clearly.
    private static IEnumerable<WindowRecord> Five(WindowRecord shortest, double step) =>
        Enumerable.Range(0, 5).Select(index => shortest with
        {
            Inferences = 300,
            Seconds = shortest.Seconds * (1 + (index * step)),
            LatencyMicroseconds = shortest.LatencyMicroseconds * (1 + (index * step)),
        });
}
