using Tiny.Bench.Boards.Energy.Uncertainty;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Cli.Output;

/// <summary>One run as text.</summary>
internal static class RunText
{
    public static void Write(TextWriter output, RunReport report)
    {
        RunRecord record = report.Record;
        output.WriteLine($"{record.Task}  {report.Task.Title}: {record.Model?.File} on {record.Target} ({record.Dialect ?? "dialect not known"})");
        if (record.Quality is { } quality)
            WriteQuality(output, report, quality);
        if (record.Performance is { } performance)
            WritePerformance(output, performance);
        if (record.Energy is { } energy)
            WriteEnergy(output, record.Kind, energy);
        if (record.Instructions is { } instructions)
            output.WriteLine($"  {instructions.MedianInstructions:N0} instructions per inference, median of {instructions.Inputs.Count} inputs, three equal runs each (simulated: not a latency)");
        if (record.Conformance is { } conformance)
        {
            output.WriteLine($"  {conformance.Equal} of {conformance.Operators} operator outputs equal to the reference over {conformance.Inputs} inputs: {ConformanceJson.VerdictOf(report.Conformant == true)}");
            if (conformance.FirstDifference is { } difference)
                output.WriteLine($"  first difference  {difference}");
        }

        if (record.Comparison is { } comparison)
        {
            string changes = comparison.TopOneChanges is { } top1 ? $", {top1} change their top-1" : "";
            string printed = comparison.Printed is { } form ? $" in what the board prints ({form}; no proof of equal bytes)" : "";
            output.WriteLine($"  against {comparison.Reference}: {comparison.DifferingInputs} inputs differ{printed}{changes}");
        }

        if (record.Data is { } data)
            output.WriteLine($"  list    {data.Name} ({(data.Official ? "the official list" : data.Starter == true ? data.Standing() : "not the official list")})");
        output.WriteLine($"  record  {report.Path}");
    }

    private static void WriteQuality(TextWriter output, RunReport report, QualityRecord quality)
    {
        if (quality is { Correct: { } rightSide, Accuracy: null })
            output.WriteLine($"  {rightSide} of {quality.Samples} on the right side of the threshold {report.Task.Threshold:R}");
        if (quality is { Correct: { } correct, Accuracy: not null })
        {
            output.WriteLine(
                $"  {correct} of {quality.Samples} correct: {100 * quality.Accuracy:F1} % (95 % interval {100 * quality.WilsonLow:F1} to {100 * quality.WilsonHigh:F1})");
        }

        if (quality.MeanScore is { } score)
            output.WriteLine($"  mean anomaly score {score:F6} over {quality.Samples} {(quality.Samples == 1 ? "file" : "files")}");
        if (quality.Auc is { } auc)
            output.WriteLine($"  AUC {auc:F4}, partial AUC {quality.PartialAuc:F4}");

        AccuracyVerdict verdict = AccuracyVerdict.Of(report);
        output.WriteLine($"  {verdict.Label}  {verdict.Figure}: {verdict.Outcome}{(verdict.Condition is { } condition ? $", which takes {condition}" : "")}");
    }

    private static void WriteEnergy(TextWriter output, RunKind kind, EnergyRecord energy)
    {
        double[] each = [.. energy.Windows.Select(window => window.Microjoules / window.Inferences!.Value)];
        string simulated = kind == RunKind.Simulated ? " (simulated: no measurement)" : "";
        output.WriteLine($"  {energy.MedianMicrojoulesPerInference:F3} uJ per inference, median of {each.Length} windows ({each.Min():F3} to {each.Max():F3}), at {energy.VoltageVolts:F3} V{simulated}");
        if (energy.Uncertainty is { } uncertainty)
            output.WriteLine($"  {UncertaintyBudget.Text(energy.MedianMicrojoulesPerInference!.Value, uncertainty.ExpandedMicrojoules, uncertainty.CoverageFactor, "uJ")}: {string.Join(", ", uncertainty.Components.Select(component => component.Name))}");
        output.WriteLine($"  {energy.MedianMicrojoulesAboveIdle:F3} uJ of it above idle, which takes {energy.Windows.Average(window => window.IdleMilliwattsBefore):F4} mW before and {energy.Windows.Average(window => window.IdleMilliwattsAfter):F4} mW after");
        output.WriteLine($"  {energy.Windows.Average(window => window.MeanMilliamperes):F3} mA on average, peak {energy.Windows.Max(window => window.PeakMilliamperes):F3} mA; meter {energy.Monitor}");
        if (energy.RuleMet != true)
            output.WriteLine(energy.Quick == true ? "  quick: windows shorter than the rule's, not for publication" : "  the rule is not met: windows too short, or not on five inputs");
    }

    private static void WritePerformance(TextWriter output, PerformanceRecord performance)
    {
        double[] latencies = [.. performance.Windows.Select(window => window.LatencyMicroseconds)];
        output.WriteLine(
            $"  {performance.MedianLatencyMicroseconds:F1} us per inference, median of {latencies.Length} windows ({latencies.Min():F1} to {latencies.Max():F1})");
        if (!performance.RuleMet)
            output.WriteLine(performance.Quick ? "  quick: windows shorter than the rule's, not for publication" : "  the rule is not met: windows too short, or not on five inputs");
    }
}
