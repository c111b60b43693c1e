using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Tiny.Bench.Results.Audit;

/// <summary>An audit as one table: a line a log. Invariant culture, LF.</summary>
public static class AuditCsv
{
    private static readonly string[] Headings =
    [
        "path", "task", "mode", "list", "samples", "dialect", "exact", "equally_exact", "matching", "nearest", "softmax", "largest_difference", "top1_changes",
        "printing", "reason", "group", "missing", "contradicting", "repeated", "unknown", "score_official", "score_rule", "errors", "warnings",
    ];

    /// <summary>Writes the logs in their order, the headings first.</summary>
    public static void Write(TextWriter output, AuditReport report)
    {
        using var csv = new CsvWriter(output, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" }, leaveOpen: true);
        WriteLine(csv, Headings);
        foreach (AuditedLog log in report.Logs)
        {
            int errors = log.Findings.Count(finding => finding.Severity == Rules.RuleSeverity.Error);
            WriteLine(csv,
            [
                log.Path, log.Task ?? "", log.Mode, log.List ?? "", Text(log.Samples), log.Dialect ?? "", log.Exact switch { true => "true", false => "false", null => "" },
                string.Join("; ", log.EquallyExact ?? []), Text(log.Matching), log.Nearest ?? "", log.Softmax ?? "", Text(log.LargestDifference), Text(log.Top1Changes),
                log.Printing ?? "", log.Reason ?? "", log.Group ?? "", Text(log.Missing), Text(log.Contradicting), Text(log.Repeated), Text(log.Unknown),
                log.OfficialScore?.ToString() ?? "", log.StrictScore?.ToString() ?? "", Text(errors), Text(log.Findings.Count - errors),
            ]);
        }
    }

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static void WriteLine(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (string cell in cells)
            csv.WriteField(cell);
        csv.NextRecord();
    }
}
