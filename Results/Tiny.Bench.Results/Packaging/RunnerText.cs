using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Tiny.Bench.Core.Metrics;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Packaging;

/// <summary>A record in the words of the MLCommons runner, so that the official checker finds its figures.</summary>
/// <remarks>Same record, same text. What the record does not hold, such as the outputs of single samples, is not made up.</remarks>
internal static class RunnerText
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>log.txt: what was run on what, then every window.</summary>
    public static string Log(RunRecord record)
    {
        var log = new StringBuilder();
        Line(log, $"Written by tinybench {record.ToolVersion} from its run record; raw messages of the device are not in it.");
        Line(log, $"Target: {record.Target}");
        Line(log, $"Device model retrieved: {record.Task}");
        if (record.Model is { } model)
            Line(log, $"Model file: {model.File} sha256 {model.Sha256}");
        if (record.System?.FirmwareSha256 is { } firmware)
            Line(log, $"Firmware: sha256 {firmware}");
        if (record.Data is { } data)
            Line(log, $"Sample list: {data.Name}, {data.Samples} samples, sha256 {data.Sha256}");
        IReadOnlyList<WindowRecord> windows = record.Performance?.Windows ?? [];
        for (int index = 0; index < windows.Count; index++)
        {
            if (windows[index].Input is { } input)
                Line(log, $"{Stamp(record)} ulp-mlperf: Loading file {input} segment 0");
            Line(log, $"{Stamp(record)} ulp-mlperf: Performance results for window {index + 1}:");
            Line(log, $"{Stamp(record)} ulp-mlperf:   # Inferences : {windows[index].Inferences,13}");
            Line(log, $"{Stamp(record)} ulp-mlperf:   Runtime      : {windows[index].Seconds,10:0.000} sec.");
            Line(log, $"{Stamp(record)} ulp-mlperf:   Throughput   : {windows[index].Inferences / windows[index].Seconds,10:0.000} inf./sec.");
        }

        return log.ToString();
    }

    /// <summary>results.txt of an accuracy run.</summary>
    public static string Accuracy(RunRecord record)
    {
        var text = new StringBuilder();
        if (record.Quality?.Accuracy is { } accuracy)
            Line(text, $"{Stamp(record)} ulp-mlperf: Top 1% = {accuracy * 100:0.0##}");
        if (record.Quality?.Auc is { } auc)
            Line(text, $"{Stamp(record)} ulp-mlperf: AUC = {auc:0.000#}");
        return text.ToString();
    }

    /// <summary>results.txt of a performance run.</summary>
    public static string Performance(RunRecord record)
    {
        var text = new StringBuilder();
        IReadOnlyList<WindowRecord> windows = record.Performance!.Windows;
        for (int index = 0; index < windows.Count; index++)
        {
            Line(text, $"Performance results for window {index + 1}");
            Line(text, $"    # Inferences : {windows[index].Inferences}");
            Line(text, $"    Runtime: {windows[index].Seconds:R} sec.");
            Line(text, $"    Throughput: {windows[index].Inferences / windows[index].Seconds:R} inf./sec.");
            Line(text, $"    Runtime requirements have been met.");
        }

        Line(text, $"{Stamp(record)} ulp-mlperf: Median throughput is {Statistics.Median(windows.Select(window => window.Inferences / window.Seconds)),10:0.000} inf./sec.");
        return text.ToString();
    }

    /// <summary>results.txt of an energy run.</summary>
    public static string Energy(RunRecord record)
    {
        var text = new StringBuilder("Power Edition Output\n");
        IReadOnlyList<EnergyWindowRecord> windows = record.Energy!.Windows;
        for (int index = 0; index < windows.Count; index++)
        {
            EnergyWindowRecord window = windows[index];
            Line(text, $"Energy data for trial {index}");
            Line(text, $"  Elapsed time  : {window.Seconds:R}");
            if (window.Inferences is { } inferences)
                Line(text, $"  Inferences    : {inferences}");
            Line(text, $"  Power         : {window.Microjoules / window.Seconds / 1000:0.0000} mW.");
            Line(text, $"  Total Energy  : {window.Microjoules:0.000} uJ");
            if (window.Inferences is > 0 and { } count)
                Line(text, $"  Energy/Inf    : {window.Microjoules / count:0.000} uJ/inf");
        }

        Line(text, $"Median energy cost is {record.Energy.MedianMicrojoulesPerInference:0.0000} uJ/inf.");
        return text.ToString();
    }

    /// <summary>results.json: one object a window in the runner's form; of other runs an empty list, for the record holds no single samples.</summary>
    public static string Iterations(RunRecord record, string mode)
    {
        object[] iterations =
        [
            .. (record.Performance?.Windows ?? []).Select(window => new
            {
                file = window.Input,
                infer = new
                {
                    elapsed_time = (long)Math.Round(window.Seconds * 1e6),
                    total_inferences = 1,
                    iterations = window.Inferences,
                    throughput = window.Inferences / window.Seconds,
                },
                mode,
            }),
        ];
        return JsonSerializer.Serialize(iterations, Json) + "\n";
    }

    /// <summary>systems/SYSTEM.json: the members that every published description has.</summary>
    public static string System(PackageRequest request, RunRecord record)
    {
        SystemRecord? system = record.System;
        var members = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Submitter"] = request.Submitter,
            ["Division"] = request.Division,
            ["Status"] = record.Submission?.Status ?? "Available",
            ["Board Name"] = system?.Board ?? "",
            ["SoC Name"] = system?.Soc ?? "",
            ["Processor(s) Name"] = system?.Processor ?? record.Machine?.Cpu ?? "",
            ["Processor(s) Frequencies"] = system?.Clock ?? "",
            ["Processor memory type and capacity"] = system?.Memory ?? "",
            ["Accelerator"] = system?.Accelerator ?? "",
            ["Accelerator(s) Frequencies"] = system?.AcceleratorClock ?? "",
            ["Hardware Notes"] = "",
            ["Inference Framework"] = system?.Software ?? $"tinybench {record.ToolVersion}",
            ["Software Libraries"] = system?.KernelLibrary ?? "",
            ["Operating System"] = system is null ? record.Machine?.Os ?? "" : "",
            ["Software Notes"] = record.Dialect is { } dialect ? $"rounding: {dialect}" : "",
            ["Quantization Method"] = system?.Quantization ?? "",
            ["General Compiler(s)"] = system?.Compiler ?? "",
        };
        return JsonSerializer.Serialize(members, Json) + "\n";
    }

    private static string Stamp(RunRecord record) => (record.Started ?? default).UtcDateTime.ToString("MMdd.HHmmss", CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
