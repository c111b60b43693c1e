using System.Globalization;
using CsvHelper.Configuration.Attributes;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Import;

/// <summary>A record as one line of <c>published.csv</c>: the columns in their order, with their scale and number format. What a record does not hold is empty.</summary>
/// <remarks>Latency, inferences a second: six significant digits. Other figures: as published. Top-1 and its like: percent. Voltage of a meter: three decimals.</remarks>
internal sealed record PublishedRow
{
    private const string FromDescription = " (from system json notes)";

    [Name("round")]
    public string Round { get; init; } = "";

    [Name("division")]
    public string Division { get; init; } = "";

    [Name("submitter")]
    public string Submitter { get; init; } = "";

    [Name("system")]
    public string System { get; init; } = "";

    [Name("variant")]
    public string Variant { get; init; } = "";

    [Name("board")]
    public string Board { get; init; } = "";

    [Name("status")]
    public string Status { get; init; } = "";

    [Name("soc")]
    public string Soc { get; init; } = "";

    [Name("host_processor")]
    public string HostProcessor { get; init; } = "";

    [Name("accelerator")]
    public string Accelerator { get; init; } = "";

    [Name("clock")]
    public string Clock { get; init; } = "";

    [Name("accel_clock")]
    public string AcceleratorClock { get; init; } = "";

    [Name("software")]
    public string Software { get; init; } = "";

    [Name("quantization")]
    public string Quantization { get; init; } = "";

    [Name("task")]
    public string Task { get; init; } = "";

    [Name("latency_ms")]
    public string LatencyMilliseconds { get; init; } = "";

    [Name("inf_per_s")]
    public string InferencesPerSecond { get; init; } = "";

    /// <summary>Inferences of the first window that the runner reported.</summary>
    [Name("perf_inferences")]
    public string PerformanceInferences { get; init; } = "";

    /// <summary>The shortest window that the runner reported; empty, as in the published table, where windows had to be computed from laps.</summary>
    [Name("perf_min_window_s")]
    public string ShortestWindowSeconds { get; init; } = "";

    [Name("energy_uJ")]
    public string EnergyMicrojoules { get; init; } = "";

    [Name("power_mW")]
    public string PowerMilliwatts { get; init; } = "";

    [Name("energy_mode_inf_per_s")]
    public string EnergyModeInferencesPerSecond { get; init; } = "";

    [Name("top1")]
    public string TopOne { get; init; } = "";

    [Name("auc")]
    public string Auc { get; init; } = "";

    [Name("ad_pr_accuracy")]
    public string PrecisionRecall { get; init; } = "";

    [Name("sww_tp")]
    public string TruePositives { get; init; } = "";

    [Name("sww_fn")]
    public string FalseNegatives { get; init; } = "";

    [Name("sww_fp")]
    public string FalsePositives { get; init; } = "";

    [Name("sww_duty_cycle")]
    public string DutyCycle { get; init; } = "";

    [Name("voltage_V")]
    public string Voltage { get; init; } = "";

    [Name("energy_monitor")]
    public string EnergyMonitor { get; init; } = "";

    [Name("runner")]
    public string Runner { get; init; } = "";

    [Name("perf_source")]
    public string PerformanceSource { get; init; } = "";

    [Name("accuracy_source")]
    public string AccuracySource { get; init; } = "";

    [Name("energy_source")]
    public string EnergySource { get; init; } = "";

    [Name("system_source")]
    public string SystemSource { get; init; } = "";

    [Name("notes")]
    public string Notes { get; init; } = "";

    /// <summary>The row of a record.</summary>
    public static PublishedRow Of(RunRecord record)
    {
        PerformanceRecord? performance = record.Performance;
        QualityRecord? quality = record.Quality;
        double? throughput = performance?.InferencesPerSecond ?? (1e6 / performance?.MedianLatencyMicroseconds);
        IReadOnlyList<WindowRecord> windows = AreReported(record) ? performance!.Windows : [];
        double? shortest = windows.Count > 0 ? windows.Min(window => window.Seconds) : null;
        return new PublishedRow
        {
            Round = record.Submission?.Round ?? "",
            Division = record.Division ?? "",
            Submitter = record.Submission?.Submitter ?? "",
            System = record.Submission?.System ?? record.Target ?? "",
            Variant = record.Submission?.Variant ?? "",
            Board = record.System?.Board ?? "",
            Status = record.Submission?.Status ?? "",
            Soc = record.System?.Soc ?? "",
            HostProcessor = record.System?.Processor ?? record.Machine?.Cpu ?? "",
            Accelerator = record.System?.Accelerator ?? "",
            Clock = record.System?.Clock ?? "",
            AcceleratorClock = record.System?.AcceleratorClock ?? "",
            Software = record.System?.Software ?? "",
            Quantization = record.System?.Quantization ?? "",
            Task = record.Task,
            LatencyMilliseconds = Text(1000 / throughput, PublishedNumber.General),
            InferencesPerSecond = Text(throughput, PublishedNumber.General),
            PerformanceInferences = windows.Count > 0 ? windows[0].Inferences.ToString(CultureInfo.InvariantCulture) : "",
            ShortestWindowSeconds = Text(shortest, PublishedNumber.Exact),
            EnergyMicrojoules = Text(record.Energy?.MedianMicrojoulesPerInference, PublishedNumber.Exact),
            PowerMilliwatts = Text(record.Energy?.PowerMilliwatts, PublishedNumber.Exact),
            EnergyModeInferencesPerSecond = Text(record.Energy?.InferencesPerSecond, PublishedNumber.General),
            TopOne = Text(quality?.Accuracy, PublishedNumber.Percent),
            Auc = Text(quality?.Auc, PublishedNumber.Exact),
            PrecisionRecall = Text(quality?.PrecisionRecall, PublishedNumber.Percent),
            TruePositives = Text(record.Streaming?.TruePositives),
            FalseNegatives = Text(record.Streaming?.FalseNegatives),
            FalsePositives = Text(record.Streaming?.FalsePositives),
            DutyCycle = Text(record.Streaming?.DutyCycle, PublishedNumber.Exact),
            Voltage = record.Energy?.VoltageAsDescribed is { } described ? described + FromDescription : Text(record.Energy?.VoltageVolts, PublishedNumber.Volts),
            EnergyMonitor = record.Energy?.Monitor ?? "",
            Runner = record.Submission?.Runner ?? "",
            PerformanceSource = record.Evidence?.Performance ?? "",
            AccuracySource = record.Evidence?.Accuracy ?? "",
            EnergySource = record.Evidence?.Energy ?? "",
            SystemSource = record.Evidence?.System ?? "",
            Notes = string.Join("; ", NotesOf(record, shortest)),
        };
    }

    // Windows of our own runs, and those of a report; a published log without a report gives windows to the record, but none to this table.
    private static bool AreReported(RunRecord record) =>
        record.Performance is not null && record.Evidence?.Performance?.EndsWith("log.txt", StringComparison.OrdinalIgnoreCase) is not true;

    private static IEnumerable<string> NotesOf(RunRecord record, double? shortest) =>
        (record.Evidence?.Notes ?? []).Concat(shortest < PublishedRule.WindowSeconds ? ["performance window below 10 s"] : []);

    private static string Text(double? value, Func<double, string> format) => value is { } number ? format(number) : "";

    private static string Text(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
