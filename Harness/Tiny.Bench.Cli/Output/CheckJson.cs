using Tiny.Bench.Results.Rules;

namespace Tiny.Bench.Cli.Output;

/// <summary>What <c>results check --json</c> prints: the field names are part of the interface.</summary>
internal static class CheckJson
{
    /// <summary>The document of a report.</summary>
    public static object Of(CheckReport report) => new
    {
        report.Submissions,
        report.Records,
        report.Errors,
        report.Warnings,
        report.Notes,
        Rules = report.Counts.Select(count => new { Rule = count.Rule.Id, Severity = SeverityOf(count.Rule.Id), count.Count, count.Rule.Title, count.Rule.Source }),
        Violations = report.Violations.Select(violation => new
        {
            Rule = violation.Id,
            Severity = SeverityOf(violation.Id),
            violation.Where.File,
            violation.Where.Line,
            violation.Where.Window,
            violation.Where.Field,
            violation.Text,
        }),
    };

    /// <summary>The severity of a rule in a word.</summary>
    public static string SeverityOf(string id) => RuleBook.Find(id)?.Severity == RuleSeverity.Warning ? "warning" : "error";
}
