using System.Text;

namespace Tiny.Bench.Results.Rules;

/// <summary>Results/docs/rules.md: the rules as their classes say them.</summary>
public static class RulePage
{
    /// <summary>The page. Same rules, same text; LF.</summary>
    public static string Write(IEnumerable<IRule> rules)
    {
        var page = new StringBuilder();
        page.Append("# Rules\n\n");
        page.Append("What `tinybench results check` asks. An error rejects a result, a warning is for its readers. *Official* rules are those of the submission checker;\n");
        page.Append("the others stand in the benchmark's rules, or follow from them, and nobody enforces them. Ids are stable.\n\n");
        page.Append("This page is written from the rule classes; a test holds it against them (`RulePageTests`).\n");
        foreach (IRule rule in rules.OrderBy(rule => rule.Id, StringComparer.Ordinal))
        {
            page.Append($"\n## {rule.Id}: {rule.Title}\n\n");
            page.Append($"- {(rule.Severity == RuleSeverity.Error ? "Error" : "Warning")}, {(rule.Official ? "official" : "not enforced by the official checker")}\n");
            page.Append($"- Source: {rule.Source}\n");
            page.Append($"- Passes: `{rule.Passing}`\n");
            page.Append($"- Fails: `{rule.Failing}`\n");
        }

        return page.ToString();
    }
}
