using Tiny.Bench.Cli.Running;
using Tiny.Bench.Harness.Conformance.Dialects;

namespace Tiny.Bench.Cli.Output;

/// <summary>A dialect that was looked for, as text and as JSON.</summary>
internal static class DialectText
{
    public static void Write(TextWriter output, string target, DialectFinding finding)
    {
        DialectVerdict verdict = finding.Verdict;
        output.WriteLine($"{target}, {finding.Task}, {verdict.Samples} inputs by {finding.Evidence}");
        output.WriteLine(verdict.Exact is { } exact
            ? $"  exact        {exact.Name}"
            : $"  none exact   nearest is {verdict.Nearest.Name}: {verdict.Matching} of {verdict.Samples} inputs");
        if (verdict.EquallyExact.Count > 0)
            output.WriteLine($"  also exact   {string.Join("; ", verdict.EquallyExact.Select(rule => rule.Name))}: these inputs do not tell them apart");
        if (verdict.First is { } first)
            output.WriteLine($"  differs      {PlainText.Line(first.Describe())}");
        foreach (EvidenceFault fault in verdict.Faults)
            output.WriteLine($"  fault        {PlainText.Line($"{fault.Input}: {fault.Problem}")}");
    }

    public static object Json(string target, DialectFinding finding) => new
    {
        Target = target,
        finding.Task,
        finding.Evidence,
        Exact = finding.Verdict.Exact?.Name,
        EquallyExact = finding.Verdict.EquallyExact.Select(rule => rule.Name),
        Nearest = finding.Verdict.Nearest.Name,
        finding.Verdict.Matching,
        finding.Verdict.Samples,
        First = finding.Verdict.First?.Describe(),
    };
}
