using Tiny.Bench.Results.Audit;
using Tiny.Bench.Results.Rules;

namespace Tiny.Bench.Cli.Output;

/// <summary>An audit as text: a line a log, then groups of equal outputs, then what is wrong.</summary>
internal static class AuditText
{
    public static void Write(TextWriter output, AuditReport report)
    {
        if (report.Logs.Count > 0)
            TextTable.Write(output, AuditTable.Headings, report.Logs.Select(AuditTable.Row));
        foreach (AuditGroup group in report.Groups)
            output.WriteLine($"group {group.Name}: equal outputs in {group.Logs.Count} logs: {PlainText.Line(string.Join(", ", group.Logs))}");
        foreach (AuditList list in report.Lists)
            output.WriteLine($"list {list.Describe()}, {list.Logs.Count} log{(list.Logs.Count == 1 ? "" : "s")}");
        foreach (AuditedLog log in report.Logs)
        {
            if (log.Reason is not null)
                output.WriteLine(PlainText.Line($"{log.Path}: no exact dialect: {log.Reason}"));
            Write(output, log.Findings);
        }

        Write(output, report.Findings);
        foreach (string note in report.Notes)
            output.WriteLine($"note: {PlainText.Line(note)}");
        output.WriteLine($"{report.Logs.Count} logs, {report.Logs.Count(log => log.IsJudged)} judged, {report.Logs.Count(log => log.Exact is true)} exact: {report.Errors} errors, {report.Warnings} warnings");
    }

    private static void Write(TextWriter output, IReadOnlyList<AuditFinding> findings)
    {
        foreach (AuditFinding finding in findings)
            output.WriteLine(PlainText.Line($"{finding.Rule} {(finding.Severity == RuleSeverity.Error ? "error" : "warning"),-7} {finding.Where()}: {finding.Text}"));
    }
}
