using Tiny.Bench.Results.Markdown;
using Tiny.Bench.Results.Rules;

namespace Tiny.Bench.Results.Audit;

/// <summary>An audit as Markdown: the logs that were judged, groups of equal outputs, findings. Same audit, same text; LF.</summary>
public static class AuditMarkdown
{
    /// <summary>Writes the report.</summary>
    public static void Write(TextWriter output, AuditReport report)
    {
        AuditedLog[] judged = [.. report.Logs.Where(log => log.IsJudged)];
        output.Write($"# Audit\n\n{report.Logs.Count} logs, {judged.Length} with answers to the official keywords, {judged.Count(log => log.Exact is true)} of them exact; {report.Errors} errors, {report.Warnings} warnings.\n\n");
        foreach (string note in report.Notes)
            output.Write($"{MarkdownText.Escape(note)}\n\n");
        if (judged.Length > 0)
            WriteJudged(output, judged);
        if (report.Groups.Count > 0)
        {
            output.Write("## Equal outputs\n\n");
            foreach (AuditGroup group in report.Groups)
                output.Write($"- {group.Name}: {string.Join(", ", group.Logs.Select(MarkdownText.Escape))}\n");
            output.Write('\n');
        }

        if (report.Lists.Count > 0)
        {
            output.Write("## Lists\n\n");
            foreach (AuditList list in report.Lists)
                output.Write($"- {MarkdownText.Escape($"{list.Describe()}: {string.Join(", ", list.Logs)}")}\n");
            output.Write('\n');
        }

        WriteFindings(output, report);
    }

    private static void WriteJudged(TextWriter output, AuditedLog[] judged)
    {
        // All of these are accuracy runs of one task.
        int[] columns = [.. Enumerable.Range(0, AuditTable.Headings.Count).Where(column => AuditTable.Headings[column] is not ("task" or "mode"))];
        output.Write("## Dialects\n\n");
        MarkdownText.Table(
            output,
            [.. columns.Select(column => AuditTable.Headings[column])],
            judged.Select(log => (IReadOnlyList<string>)[.. columns.Select(column => MarkdownText.Escape(AuditTable.Row(log)[column]))]));
        AuditedLog[] reasons = [.. judged.Where(log => log.Reason is not null)];
        foreach (AuditedLog log in reasons)
            output.Write($"- {MarkdownText.Escape($"{log.Path}: {log.Reason}")}\n");
        if (reasons.Length > 0)
            output.Write('\n');
    }

    private static void WriteFindings(TextWriter output, AuditReport report)
    {
        AuditFinding[] findings = [.. report.Logs.SelectMany(log => log.Findings).Concat(report.Findings)];
        if (findings.Length == 0)
            return;
        output.Write("## Findings\n\n");
        foreach (IGrouping<string, AuditFinding> rule in findings.GroupBy(finding => finding.Rule, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            output.Write($"{rule.Key}, {(rule.First().Severity == RuleSeverity.Error ? "error" : "warning")}: {MarkdownText.Escape(RuleBook.Find(rule.Key)!.Title)}\n\n");
            foreach (AuditFinding finding in rule)
                output.Write($"- {MarkdownText.Escape($"{finding.Where()}: {finding.Text}")}\n");
            output.Write('\n');
        }
    }
}
