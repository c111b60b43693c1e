using System.Globalization;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Harness.Conformance.Reports;

/// <summary>A conformance run as the report files tell it.</summary>
public sealed record ReportedRun
{
    /// <summary>The system under test.</summary>
    public required string Target { get; init; }

    /// <summary>Name of the rounding that was judged.</summary>
    public required string Dialect { get; init; }

    /// <summary>When the run began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When it was done.</summary>
    public required DateTimeOffset Finished { get; init; }

    /// <summary>Whether the verdict is conformant.</summary>
    public required bool IsConformant { get; init; }

    /// <summary>Every case, by group and name.</summary>
    public required IReadOnlyList<ReportedCase> Cases { get; init; }

    /// <summary>How many cases had an outcome.</summary>
    public int Count(CaseOutcome outcome) => Cases.Count(one => one.Outcome == outcome);

    /// <summary>Puts reports, with their waivers applied, into lines.</summary>
    public static ReportedRun Of(string target, IReadOnlyList<ConformanceReport> reports, DateTimeOffset started, DateTimeOffset finished) => new()
    {
        Target = target,
        Dialect = reports[0].Dialect.Name(),
        Started = started,
        Finished = finished,
        IsConformant = ConformanceReport.AreConformant(reports),
        Cases =
        [
            .. reports.SelectMany(CasesOf).OrderBy(one => one.Group, StringComparer.Ordinal).ThenBy(one => one.Name, StringComparer.Ordinal),
        ],
    };

    private static IEnumerable<ReportedCase> CasesOf(ConformanceReport report)
    {
        IEnumerable<ReportedCase> named =
        [
            .. report.Equal.Select(id => Case(id, CaseOutcome.Passed, "")),
            .. report.Failures.Select(failure => Case(failure.Case, CaseOutcome.Failed, Describe(failure))),
            .. report.Unsupported.Select(one => Case(one.Case, one.IsCarried ? CaseOutcome.Unsupported : CaseOutcome.LeftOut, one.Reason)),
            .. report.Waived.Select(one => Case(one.Case, CaseOutcome.Waived, one.Waiver)),
        ];

        // Checks of whole models are counted, not named one by one.
        int unnamed = report.Passed - report.Equal.Count;
        string group = Path.GetFileName(report.Source);
        return unnamed == 0 ? named : named.Append(new ReportedCase(group, string.Create(CultureInfo.InvariantCulture, $"{unnamed} checks"), CaseOutcome.Passed, ""));
    }

    private static ReportedCase Case(string id, CaseOutcome outcome, string text)
    {
        int slash = id.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? new ReportedCase(id, id, outcome, text) : new ReportedCase(id[..slash], id[(slash + 1)..], outcome, text);
    }

    private static string Describe(ConformanceFailure failure)
    {
        string element = failure.Coordinates ?? (failure.Element is { } flat ? string.Create(CultureInfo.InvariantCulture, $"[{flat}]") : "");
        string accumulator = failure.Accumulator is { } value
            ? string.Create(CultureInfo.InvariantCulture, $"; accumulator {value}, multiplier {failure.Multiplier}, shift {failure.Shift}")
            : "";
        return $"{failure.Operator}, tensor {failure.Tensor}{element}: expected {failure.Expected}, got {failure.Got}{accumulator}";
    }
}
