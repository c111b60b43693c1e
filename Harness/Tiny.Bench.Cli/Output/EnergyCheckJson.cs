using Tiny.Bench.Boards.Energy.Checking;
using Tiny.Bench.Boards.Energy.Uncertainty;

namespace Tiny.Bench.Cli.Output;

/// <summary>What <c>tinybench energy check --json</c> prints.</summary>
internal static class EnergyCheckJson
{
    /// <summary>The document: traces, and reports that have none.</summary>
    public static object Of(IReadOnlyList<EnergyFinding> findings, MeterClass? meter) => new
    {
        Traces = findings.Where(finding => finding.Verdict != EnergyVerdict.NoTrace).Select(finding => Trace(finding, meter)),
        WithoutTrace = findings.Where(finding => finding.Verdict == EnergyVerdict.NoTrace).Select(finding => new
        {
            finding.Path,
            PublishedMicrojoules = finding.Published!.MedianMicrojoules,
        }),
    };

    private static object Trace(EnergyFinding finding, MeterClass? meter) => new
    {
        finding.Path,
        Report = finding.Published?.Source,
        finding.Verdict,
        Windows = finding.Comparison?.Windows.Count ?? 0,
        PublishedMicrojoules = finding.Published?.MedianMicrojoules,
        finding.Comparison?.RecomputedMicrojoules,
        finding.Comparison?.RelativeDifference,
        AllowedDifference = finding.Comparison?.AllowedMicrojoules / finding.Published?.MedianMicrojoules,
        Uncertainty = finding.Comparison?.Budget(meter) is not { } budget ? null : new
        {
            ExpandedMicrojoules = budget.ExpandedUncertainty,
            budget.CoverageFactor,
            Components = budget.Components.Select(component => new { component.Name, component.Distribution, StandardMicrojoules = component.Standard }),
        },
        Problems = finding.Fault is { } fault ? [fault] : finding.Comparison?.Problems.ToArray() ?? [],
        PerWindow = (finding.Comparison?.Windows ?? []).Select(window => new
        {
            window.Number,
            window.Inferences,
            window.Seconds,
            window.PublishedMicrojoules,
            window.RecomputedMicrojoules,
            DifferenceMicrojoules = window.RecomputedMicrojoules - window.PublishedMicrojoules,
            window.AllowedMicrojoules,
            Agrees = window.PublishedMicrojoules is null ? (bool?)null : window.Agrees,
        }),
    };
}
