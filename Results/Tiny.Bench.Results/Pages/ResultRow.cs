using System.Text.Json.Serialization;
using CsvHelper.Configuration.Attributes;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Results.Leaderboards;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Pages;

/// <summary>A record as one line of a table, in the units that tables of the field use. Names are those of the downloads.</summary>
internal sealed record ResultRow
{
    [Name("round"), JsonPropertyName("round")]
    public string? Round { get; init; }

    [Name("division"), JsonPropertyName("division")]
    public string? Division { get; init; }

    [Name("kind"), JsonPropertyName("kind")]
    public required string Kind { get; init; }

    [Name("submitter"), JsonPropertyName("submitter")]
    public required string Submitter { get; init; }

    [Name("system"), JsonPropertyName("system")]
    public required string System { get; init; }

    [Name("board"), JsonPropertyName("board")]
    public string? Board { get; init; }

    [Name("task"), JsonPropertyName("task")]
    public required string Task { get; init; }

    [Name("latency_ms"), JsonPropertyName("latency_ms")]
    public double? LatencyMilliseconds { get; init; }

    [Name("inf_per_s"), JsonPropertyName("inf_per_s")]
    public double? InferencesPerSecond { get; init; }

    [Name("perf_min_window_s"), JsonPropertyName("perf_min_window_s")]
    public double? ShortestWindowSeconds { get; init; }

    [Name("energy_uJ"), JsonPropertyName("energy_uJ")]
    public double? EnergyMicrojoules { get; init; }

    [Name("power_mW"), JsonPropertyName("power_mW")]
    public double? PowerMilliwatts { get; init; }

    [Name("top1"), JsonPropertyName("top1")]
    public double? TopOnePercent { get; init; }

    [Name("auc"), JsonPropertyName("auc")]
    public double? Auc { get; init; }

    [Name("sww_tp"), JsonPropertyName("sww_tp")]
    public int? TruePositives { get; init; }

    [Name("sww_fn"), JsonPropertyName("sww_fn")]
    public int? FalseNegatives { get; init; }

    [Name("sww_fp"), JsonPropertyName("sww_fp")]
    public int? FalsePositives { get; init; }

    [Name("voltage_V"), JsonPropertyName("voltage_V")]
    public double? VoltageVolts { get; init; }

    [Name("dialect"), JsonPropertyName("dialect")]
    public string? Dialect { get; init; }

    [Name("rank"), JsonPropertyName("rank")]
    public int? LatencyRank { get; init; }

    [Name("record"), JsonPropertyName("record")]
    public required string RecordFile { get; init; }

    [Name("perf_source"), JsonIgnore]
    public string? PerformanceSource { get; init; }

    /// <summary>Quality as a page sorts it: per cent, words heard, or a mean score; null when there is none.</summary>
    [Ignore, JsonIgnore]
    public double? QualityValue { get; init; }

    /// <summary>Quality as a page prints it: "90.1 %", "AUC 0.860", "44 heard, 6 missed, 4 false".</summary>
    [Ignore, JsonIgnore]
    public string? QualityText { get; init; }

    /// <summary>Draws the line from a record.</summary>
    /// <param name="stored">The record.</param>
    /// <param name="recordFile">Where the site holds it.</param>
    /// <param name="rank">Its place on the latency board; null when it has none.</param>
    public static ResultRow Of(StoredRecord stored, string recordFile, int? rank)
    {
        RunRecord record = stored.Record;
        SystemIdentity identity = SystemIdentity.Of(record);

        // An emulator's clock is no latency, as DESIGN.md has it.
        double? latency = record.Kind == RunKind.Simulated ? null : Positive(record.Performance?.MedianLatencyMicroseconds);
        return new ResultRow
        {
            Round = record.Submission?.Round,
            Division = record.Division,
            Kind = KindText(record.Kind),
            Submitter = identity.Submitter,
            System = identity.System,
            Board = record.System?.Board,
            Task = record.Task,
            LatencyMilliseconds = latency / 1000,
            InferencesPerSecond = 1e6 / latency,
            ShortestWindowSeconds = record.Performance?.Windows.Select(window => (double?)window.Seconds).Min(),
            EnergyMicrojoules = record.Energy?.MedianMicrojoulesPerInference,
            PowerMilliwatts = record.Energy?.PowerMilliwatts,
            TopOnePercent = record.Quality?.Accuracy * 100,
            Auc = record.Quality?.Auc,
            TruePositives = record.Streaming?.TruePositives,
            FalseNegatives = record.Streaming?.FalseNegatives,
            FalsePositives = record.Streaming?.FalsePositives,
            VoltageVolts = record.Energy?.VoltageVolts,
            Dialect = record.Dialect,
            LatencyRank = rank,
            RecordFile = recordFile,
            PerformanceSource = record.Evidence?.Performance,
            QualityValue = (record.Quality?.Accuracy * 100) ?? (record.Quality?.Auc * 100) ?? record.Streaming?.TruePositives ?? record.Quality?.MeanScore,
            QualityText = Pages.QualityText.Of(record),
        };
    }

    /// <summary>A kind as records spell it.</summary>
    public static string KindText(RunKind kind) => kind.ToString().ToLowerInvariant();

    private static double? Positive(double? value) => value > 0 && double.IsFinite(value.Value) ? value : null;
}
