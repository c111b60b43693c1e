using System.Text;

namespace Tiny.Bench.Harness.Conformance.Reports;

/// <summary>A page for people: the verdict, a row per group, and every case that is not simply equal.</summary>
internal static class MarkdownReport
{
    public static void Write(Stream stream, ReportedRun run)
    {
        using var page = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        page.WriteLine($"# Conformance of {Cell(run.Target)}");
        page.WriteLine();
        page.WriteLine(FormattableString.Invariant($"{(run.IsConformant ? "Conformant" : "Not conformant")} in dialect `{run.Dialect}`: {run.Count(CaseOutcome.Passed)} equal, {run.Count(CaseOutcome.Failed)} differ, {run.Count(CaseOutcome.Unsupported)} unsupported, {run.Count(CaseOutcome.Waived)} waived, {run.Count(CaseOutcome.LeftOut)} left out."));
        page.WriteLine();
        page.WriteLine("| group | equal | differ | unsupported | waived | left out |");
        page.WriteLine("|---|---:|---:|---:|---:|---:|");
        foreach (IGrouping<string, ReportedCase> group in run.Cases.GroupBy(one => one.Group, StringComparer.Ordinal))
        {
            ILookup<CaseOutcome, ReportedCase> by = group.ToLookup(one => one.Outcome);
            page.WriteLine(FormattableString.Invariant($"| {Cell(group.Key)} | {by[CaseOutcome.Passed].Count()} | {by[CaseOutcome.Failed].Count()} | {by[CaseOutcome.Unsupported].Count()} | {by[CaseOutcome.Waived].Count()} | {by[CaseOutcome.LeftOut].Count()} |"));
        }

        foreach ((CaseOutcome outcome, string title) in (ReadOnlySpan<(CaseOutcome, string)>)[
            (CaseOutcome.Failed, "Differ"), (CaseOutcome.Unsupported, "Unsupported"), (CaseOutcome.Waived, "Waived"), (CaseOutcome.LeftOut, "Left out")])
        {
            WriteCases(page, title, [.. run.Cases.Where(one => one.Outcome == outcome)]);
        }
    }

    private static void WriteCases(StreamWriter page, string title, IReadOnlyList<ReportedCase> cases)
    {
        if (cases.Count == 0)
            return;
        page.WriteLine();
        page.WriteLine($"## {title}");
        page.WriteLine();
        page.WriteLine("| case | what |");
        page.WriteLine("|---|---|");
        foreach (ReportedCase one in cases)
            page.WriteLine($"| {Cell($"{one.Group}/{one.Name}")} | {Cell(one.Text)} |");
    }

    // Names and reasons come from files and boards: nothing of them may end the cell or become markup.
    private static string Cell(string text)
    {
        var cell = new StringBuilder(text.Length);
        foreach (char letter in text)
        {
            if (char.IsControl(letter))
                cell.Append(' ');
            else if (letter is '|' or '\\' or '`' or '*' or '[' or ']' or '<' or '>' or '#' or '&')
                cell.Append('\\').Append(letter);
            else
                cell.Append(letter);
        }

        return cell.ToString();
    }
}
