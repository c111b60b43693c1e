using Tiny.Bench.Harness.Conformance;
using Tiny.Bench.Harness.Conformance.Waivers;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Cli.Output;

/// <summary>What <c>conformance --json</c> prints; field names are stable (Harness/README.md).</summary>
internal sealed record ConformanceJson(
    int Total,
    int Passed,
    int Failed,
    int Unsupported,
    int LeftOut,
    string Verdict,
    string Dialect,
    IReadOnlyList<ConformanceFailure> Failures,
    IReadOnlyList<UnsupportedCase> UnsupportedCases,
    IReadOnlyList<WaivedFailure> Waived)
{
    public static ConformanceJson Of(IReadOnlyList<ConformanceReport> reports) => new(
        reports.Sum(report => report.Total),
        reports.Sum(report => report.Passed),
        reports.Sum(report => report.Failed),
        reports.Sum(report => report.Unsupported.Count),
        reports.Sum(report => report.Unsupported.Count(unsupported => !unsupported.IsCarried)),
        VerdictOf(ConformanceReport.AreConformant(reports)),
        reports[0].Dialect.Name(),
        [.. reports.SelectMany(report => report.Failures)],
        [.. reports.SelectMany(report => report.Unsupported)],
        [.. reports.SelectMany(report => report.Waived)]);

    public static string VerdictOf(bool isConformant) => isConformant ? "conformant" : "not conformant";
}
