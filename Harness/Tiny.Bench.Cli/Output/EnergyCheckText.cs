using System.Globalization;
using Tiny.Bench.Boards.Energy.Checking;
using Tiny.Bench.Boards.Energy.Uncertainty;

namespace Tiny.Bench.Cli.Output;

/// <summary>What <c>tinybench energy check</c> prints for people.</summary>
internal static class EnergyCheckText
{
    /// <summary>Every trace with its windows, then what has no trace, then the count.</summary>
    public static void Write(TextWriter output, IReadOnlyList<EnergyFinding> findings, MeterClass? meter)
    {
        foreach (EnergyFinding finding in findings.Where(finding => finding.Verdict != EnergyVerdict.NoTrace))
            Write(output, finding, meter);
        foreach (EnergyFinding finding in findings.Where(finding => finding.Verdict == EnergyVerdict.NoTrace))
            output.WriteLine($"{finding.Path}: {Microjoules(finding.Published!.MedianMicrojoules)} uJ/inf. published, no trace");
        output.WriteLine(string.Join(", ", Enum.GetValues<EnergyVerdict>().Select(verdict => (Verdict: verdict, Count: findings.Count(finding => finding.Verdict == verdict)))
            .Where(group => group.Count > 0)
            .Select(group => $"{group.Count} {Words(group.Verdict)}")));
    }

    private static void Write(TextWriter output, EnergyFinding finding, MeterClass? meter)
    {
        output.WriteLine($"{finding.Path}: {Words(finding.Verdict)}");
        if (finding.Fault is { } fault)
            output.WriteLine($"  {fault}");
        if (finding.Comparison is not { } comparison)
            return;
        TextTable.Write(output, ["  window", ">inferences", ">seconds", ">published uJ", ">recomputed uJ", ">difference", ">allowed"], comparison.Windows.Select(Row));
        if (comparison.RecomputedMicrojoules is not null)
            output.WriteLine($"  median {Microjoules(comparison.RecomputedMicrojoules)} uJ/inf., published {Microjoules(comparison.PublishedMicrojoules)}{Relative(comparison)}");
        if (comparison.Budget(meter) is { } budget)
            output.WriteLine($"  {budget.ToString("uJ")}, from {string.Join(", ", budget.Components.Select(component => component.Name))}{(meter?.Gain is null ? "; the meter's accuracy is not in it" : "")}");
        foreach (string problem in comparison.Problems)
            output.WriteLine($"  {problem}");
    }

    private static IReadOnlyList<string> Row(WindowComparison window) =>
    [
        $"  {window.Number}",
        Text(window.Inferences, "0"),
        Text(window.Seconds, "0.000"),
        Text(window.PublishedMicrojoules, "0.000"),
        Text(window.RecomputedMicrojoules, "0.000"),
        Text(window.RecomputedMicrojoules - window.PublishedMicrojoules, "+0.000;-0.000;0"),
        Text(window.AllowedMicrojoules, "0.000"),
    ];

    private static string Relative(EnergyComparison comparison) =>
        comparison.RelativeDifference is { } difference ? string.Create(CultureInfo.InvariantCulture, $", relative difference {difference:0.0e+0}") : "";

    private static string Microjoules(double? value) => Text(value, "0.0000");

    private static string Text(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "-";

    private static string Words(EnergyVerdict verdict) => verdict switch
    {
        EnergyVerdict.Agrees => "agrees",
        EnergyVerdict.Differs => "differs",
        EnergyVerdict.NoReport => "trace without a published figure",
        EnergyVerdict.NoTrace => "published without a trace",
        EnergyVerdict.OtherTrace => "not the trace that was published",
        _ => "cannot be read",
    };
}
