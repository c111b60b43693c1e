using Tiny.Bench.Results.Analysis;

namespace Tiny.Bench.Results.Records;

/// <summary>One record as text for people: a line for each thing that it holds, in the invariant culture.</summary>
public static class RecordText
{
    /// <summary>Writes the lines; what the record does not hold has none.</summary>
    public static void Write(TextWriter output, RunRecord record)
    {
        Line(output, "task", Join(record.Task, record.Mode?.ToString().ToLowerInvariant(), record.Division));
        Line(output, "kind", Join(record.Kind.ToString().ToLowerInvariant(), record.Started?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'")));
        if (record.Submission is { } submission)
            Line(output, "round", Join(submission.Round, submission.Submitter, submission.System, submission.Variant, submission.Status, submission.Runner));
        Line(output, "target", record.Target);
        if (record.System is { } system)
            WriteSystem(output, system);
        if (record.Model is { } model)
            Line(output, "model", $"{model.File}, sha256 {model.Sha256}");
        if (record.Data is { } data)
            Line(output, "list", $"{data.Name} ({data.Standing()}, {data.Samples} samples), sha256 {data.Sha256}");
        Line(output, "dialect", record.Dialect);
        if (record.Quality is { } quality)
            WriteQuality(output, quality);
        if (record.Performance is { } performance)
            WritePerformance(output, performance);
        if (record.Energy is { } energy)
            WriteEnergy(output, energy);
        if (record.Streaming is { } streaming)
            WriteStreaming(output, streaming);
        if (record.Memory is { } memory)
            Line(output, "memory", Join(Bytes("model", memory.ModelBytes), Bytes("arena", memory.ArenaBytes)));
        if (record.Operators is { } operators)
            Line(output, "operators", Join($"{operators.Count}", operators.Sum(row => (decimal?)row.MultiplyAccumulates) is { } products and > 0 ? $"{products} multiply-accumulates" : null));
        if (record.Comparison is { } comparison)
            Line(output, "against", Join(comparison.Reference, $"{comparison.DifferingInputs} inputs differ", comparison.TopOneChanges is { } top ? $"{top} change their top-1" : null));
        Line(output, "audit", record.Audit is { } audit ? Join(audit.Describe(), audit.Printing, audit.EquallyExact is { } others ? $"equally {string.Join(", ", others)}" : null) : null);
        if (record.Evidence is { } evidence)
            WriteEvidence(output, evidence);
        if (record.Machine is { } machine)
            Line(output, "machine", Join(machine.Cpu, $"{machine.Cores} cores", machine.Os, machine.Runtime));
        string? git = record.Git is { } state ? $"commit {state.Commit}{(state.Dirty == true ? " with changes" : "")}" : null;
        Line(output, "written by", Join($"Tiny.Bench {record.ToolVersion}", git, record.SuiteVersion is { } suite ? $"suite {suite}" : null));
    }

    private static void WriteSystem(TextWriter output, SystemRecord system)
    {
        Line(output, "board", Join(system.Board, system.Soc));
        Line(output, "processor", Join(system.Processor, system.Clock, system.Memory));
        Line(output, "accelerator", Join(system.Accelerator, system.AcceleratorClock));
        Line(output, "software", Join(system.Software, system.KernelLibrary, system.Compiler, system.Quantization));
        Line(output, "firmware", system.FirmwareSha256 is { } sha256 ? $"sha256 {sha256}" : null);
    }

    private static void WriteQuality(TextWriter output, QualityRecord quality)
    {
        if (quality.Accuracy is { } accuracy)
        {
            string? counts = quality is { Correct: { } correct, Samples: { } samples } ? $"{correct} of {samples}" : null;
            string? interval = quality is { WilsonLow: { } low, WilsonHigh: { } high } ? $"95 % interval {100 * low:F1} to {100 * high:F1}" : null;
            Line(output, "top-1", Join($"{100 * accuracy:F2} %", counts, interval));
        }

        Line(output, "AUC", Join(Number(quality.Auc, "F4"), quality.PartialAuc is { } partial ? $"partial {partial:F4}" : null));
        Line(output, "pr accuracy", quality.PrecisionRecall is { } precision ? $"{100 * precision:F2} %" : null);
        Line(output, "mean score", Number(quality.MeanScore, "F6"));
        Line(output, "answers", quality.AnswersSha256 is { } answers ? $"sha256 {answers}" : null);
    }

    private static void WritePerformance(TextWriter output, PerformanceRecord performance)
    {
        string rule = performance.Quick ? "quick windows" : performance.RuleMet ? "rule met" : "rule not met";
        Line(output, "latency", Join($"{performance.MedianLatencyMicroseconds:F3} us", $"{1e6 / performance.MedianLatencyMicroseconds:F3} inferences a second", rule));
        if (performance.Windows.Count == 0)
            return;
        var spread = WindowSpread.Of([.. performance.Windows.Select(window => window.LatencyMicroseconds)]);
        Line(output, "windows", $"{spread.Count}, {spread.Minimum:F3} to {spread.Maximum:F3} us, shortest {performance.Windows.Min(window => window.Seconds):F3} s");
        foreach (WindowRecord window in performance.Windows)
            Line(output, "", Join($"{window.LatencyMicroseconds:F3} us", $"{window.Inferences} inferences in {window.Seconds:F3} s", window.Input));
    }

    private static void WriteEnergy(TextWriter output, EnergyRecord energy)
    {
        string? voltage = energy.VoltageVolts is { } volts ? $"{volts:F3} V" : null;
        string? figure = energy.MedianMicrojoulesPerInference is { } median ? $"{median:F3} uJ per inference" : null;
        Line(output, "energy", Join(figure, energy.PowerMilliwatts is { } power ? $"{power:F4} mW" : null, energy.MedianMicrojoulesAboveIdle is { } aboveIdle ? $"{aboveIdle:F3} uJ above idle" : null, voltage, energy.Monitor));
        foreach (EnergyWindowRecord window in energy.Windows)
        {
            Line(output, "", Join(
                $"{window.Microjoules:F1} uJ in {window.Seconds:F3} s",
                window.Inferences is { } count ? $"{count} inferences" : null,
                window.MicrojoulesAboveIdle is { } above ? $"{above:F1} uJ above idle" : null,
                window.PeakMilliamperes is { } peak ? $"peak {peak:F3} mA" : null,
                window.Input));
        }
    }

    private static void WriteStreaming(TextWriter output, StreamingRecord streaming)
    {
        string? f1 = F1Score.Of(streaming.TruePositives, streaming.FalseNegatives, streaming.FalsePositives) is { } score ? $"F1 {score:F4}" : null;
        string? duty = streaming.DutyCycle is { } share ? $"duty {100 * share:F2} %" : null;
        Line(output, "wakewords", Join($"{streaming.TruePositives} heard", $"{streaming.FalseNegatives} missed", $"{streaming.FalsePositives} false", f1, duty));
    }

    private static void WriteEvidence(TextWriter output, EvidenceRecord evidence)
    {
        foreach (string? file in new[] { evidence.Performance, evidence.Accuracy, evidence.Energy, evidence.System })
            Line(output, "evidence", file);
        foreach (string note in evidence.Notes ?? [])
            Line(output, "note", note);
    }

    private static string? Bytes(string what, long? bytes) => bytes is null ? null : $"{what} {bytes:N0} bytes";

    private static string? Number(double? value, string format) => value?.ToString(format);

    private static string? Join(params IEnumerable<string?> parts)
    {
        string joined = string.Join(", ", parts.Where(part => !string.IsNullOrWhiteSpace(part)));
        return joined.Length == 0 ? null : joined;
    }

    // A record can come from anywhere, and a terminal obeys control characters.
    private static void Line(TextWriter output, string label, string? text)
    {
        if (text is not null)
            output.Write($"{label,-12} {string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter))}\n");
    }
}
