using System.Globalization;
using CsvHelper;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Results.Records;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Results.Leaderboards;

/// <summary>The table of all published results as records. It has of every run the shortest window only.</summary>
internal static class PublishedTable
{
    public static IReadOnlyList<StoredRecord> Read()
    {
        using var reader = new StreamReader(Official.Published("published.csv"));
        using var table = new CsvReader(reader, CultureInfo.InvariantCulture);
        var records = new List<StoredRecord>();
        foreach (IDictionary<string, object> row in table.GetRecords<dynamic>())
            records.Add(new StoredRecord($"{records.Count:D3}.json", Record(row.ToDictionary(cell => cell.Key, cell => (string)cell.Value, StringComparer.Ordinal))));
        return records;
    }

    private static RunRecord Record(Dictionary<string, string> row) => new()
    {
        Task = row["task"],
        Division = row["division"],
        Kind = RunKind.Published,
        ToolVersion = "0.1.0",
        Submission = new SubmissionRecord
        {
            Round = row["round"], Submitter = row["submitter"], System = row["system"], Variant = row["variant"] is { Length: > 0 } variant ? variant : null,
        },
        Performance = Performance(1000 * Number(row["latency_ms"])!.Value, Number(row["perf_min_window_s"])),
        Energy = Number(row["energy_uJ"]) is null && Number(row["power_mW"]) is null ? null : new EnergyRecord
        {
            Windows = [],
            MedianMicrojoulesPerInference = Number(row["energy_uJ"]),
            PowerMilliwatts = Number(row["power_mW"]),

            // "1.8 (from system json notes)".
            VoltageVolts = Number(row["voltage_V"].Split(' ')[0]),
            Monitor = row["energy_monitor"] is { Length: > 0 } monitor ? monitor : null,
        },
        Quality = new QualityRecord { Accuracy = Number(row["top1"]) / 100, Auc = Number(row["auc"]) },
        Streaming = Number(row["sww_tp"]) is { } hits
            ? new StreamingRecord { TruePositives = (int)hits, FalseNegatives = (int)Number(row["sww_fn"])!, FalsePositives = (int)Number(row["sww_fp"])! }
            : null,
    };

    private static PerformanceRecord Performance(double latency, double? shortestWindow) => new()
    {
        Windows = shortestWindow is { } seconds ? [new WindowRecord { Inferences = 1, Seconds = seconds, LatencyMicroseconds = latency }] : [],
        MedianLatencyMicroseconds = latency,
        Quick = false,
        RuleMet = shortestWindow >= 10,
    };

    private static double? Number(string cell) => double.TryParse(cell, CultureInfo.InvariantCulture, out double number) ? number : null;
}
