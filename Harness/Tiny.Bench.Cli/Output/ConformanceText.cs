using Tiny.Bench.Harness.Conformance;
using Tiny.Bench.Harness.Conformance.Waivers;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Cli.Output;

/// <summary>Conformance reports as text: what is equal, what differs first and why, and one verdict.</summary>
internal static class ConformanceText
{
    private const int FailuresShown = 20;

    public static void Write(TextWriter output, IReadOnlyList<ConformanceReport> reports)
    {
        foreach (ConformanceReport report in reports)
            Write(output, report);
        if (reports.Count > 1)
            output.WriteLine($"all together in {reports[0].Dialect.Name()}: {Verdict(reports)}");
    }

    private static void Write(TextWriter output, ConformanceReport report)
    {
        output.WriteLine($"{report.Source} ({report.Dialect.Name()})");
        foreach (string line in report.Summary)
            output.WriteLine($"  {PlainText.Line(line)}");
        foreach (ConformanceFailure failure in report.Failures.Take(FailuresShown))
            Write(output, failure);
        if (report.Failures.Count > FailuresShown)
            output.WriteLine($"  differs      ... and {report.Failures.Count - FailuresShown} cases more (--json lists all)");
        foreach (UnsupportedCase unsupported in report.Unsupported.Where(unsupported => unsupported.IsCarried))
            output.WriteLine($"  unsupported  {PlainText.Line(unsupported.Case)}: {PlainText.Line(unsupported.Reason)}");
        foreach (IGrouping<string, UnsupportedCase> group in NotCarried(report).GroupBy(unsupported => unsupported.Reason, StringComparer.Ordinal))
            output.WriteLine($"  left out     {PlainText.Line(group.First().Case)}{(group.Skip(1).Any() ? $" and {group.Count() - 1} more" : "")}: {PlainText.Line(group.Key)}");
        foreach (WaivedFailure waived in report.Waived)
            output.WriteLine($"  waived       {PlainText.Line(waived.Case)}: {PlainText.Line(waived.Waiver)}");
        output.WriteLine($"  {Verdict([report])}");
    }

    private static void Write(TextWriter output, ConformanceFailure failure)
    {
        string element = failure.Coordinates ?? (failure.Element is { } flat ? $"[{flat}]" : "");
        output.WriteLine($"  differs      {PlainText.Line($"{failure.Case}, {failure.Operator}, tensor {failure.Tensor}{element}")}: expected {PlainText.Line(failure.Expected)}, got {PlainText.Line(failure.Got)}");
        if (failure.Accumulator is { } accumulator)
            output.WriteLine($"               accumulator {accumulator}, multiplier {failure.Multiplier}, shift {failure.Shift}; elements that differ: {failure.Differences}");
        if (failure.Exchanges is { } exchanges)
            output.WriteLine($"               found in {exchanges} {(exchanges == 1 ? "exchange" : "exchanges")}");
        if (failure.Cutout is { } cutout)
            output.WriteLine($"               cut-out: {PlainText.Line(cutout)}");
    }

    private static string Verdict(IReadOnlyList<ConformanceReport> reports)
    {
        int leftOut = reports.Sum(report => NotCarried(report).Count()), judged = reports.Sum(report => report.Total) - leftOut;
        string figures = $"{reports.Sum(report => report.Passed)} of {judged} equal, {reports.Sum(report => report.Failed)} differ, "
            + $"{reports.Sum(report => report.Unsupported.Count) - leftOut} unsupported";
        int waived = reports.Sum(report => report.Waived.Count);
        return $"{figures}{(waived > 0 ? $", {waived} waived" : "")}{(leftOut > 0 ? $", {leftOut} left out" : "")}: {ConformanceJson.VerdictOf(ConformanceReport.AreConformant(reports))}";
    }

    private static IEnumerable<UnsupportedCase> NotCarried(ConformanceReport report) => report.Unsupported.Where(unsupported => !unsupported.IsCarried);
}
