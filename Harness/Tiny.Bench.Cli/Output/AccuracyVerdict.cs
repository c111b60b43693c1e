using Tiny.Bench.Core.Tasks;

namespace Tiny.Bench.Cli.Output;

/// <summary>What an accuracy run is held against, in words: the closed division's target, or on the starter pack the figure that the suite commits to.</summary>
/// <param name="Label">"target" or "committed".</param>
/// <param name="Figure">The figure: "90 %", "181 of 200".</param>
/// <param name="Outcome">How it came out, or "not judged".</param>
/// <param name="Condition">What a judgement takes; null when there is one.</param>
internal sealed record AccuracyVerdict(string Label, string Figure, string Outcome, string? Condition)
{
    public static AccuracyVerdict Of(RunReport report) =>
        report.Record.Data?.Starter == true && report.Task.Starter is { } starter
            ? OfStarter(report, starter)
            : OfTarget(report);

    private static AccuracyVerdict OfStarter(RunReport report, StarterSet starter) => new(
        "committed",
        $"{starter.Correct} of {starter.List.Samples}",
        report.CommittedMet switch { true => "equal", false => "not equal", null => "not judged" },
        report.CommittedMet is null ? "the pack's whole list and its model in double-rounding" : null);

    private static AccuracyVerdict OfTarget(RunReport report) => new(
        "target",
        report.Task.Metric == QualityMetric.TopOne ? $"{100 * report.Task.TargetValue:F0} %" : $"AUC {report.Task.TargetValue:F2}",
        report.TargetMet switch { true => "met", false => "missed", null => "not judged" },
        report.TargetMet is null ? "the whole official list" : null);
}
