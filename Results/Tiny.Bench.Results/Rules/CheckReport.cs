namespace Tiny.Bench.Results.Rules;

/// <summary>What a check found.</summary>
/// <param name="Violations">Sorted by place, then by rule.</param>
/// <param name="Submissions">Submissions that were looked at.</param>
/// <param name="Records">Run records that were looked at.</param>
/// <param name="Notes">What a reader of the verdict must know: what was not checked, and why.</param>
public sealed record CheckReport(IReadOnlyList<RuleViolation> Violations, int Submissions, int Records, IReadOnlyList<string> Notes)
{
    /// <summary>How often each rule is broken, by id.</summary>
    public IReadOnlyList<(IRule Rule, int Count)> Counts { get; } =
        [.. Violations.GroupBy(violation => violation.Id, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (RuleBook.Find(group.Key)!, group.Count()))];

    /// <summary>Violations of rules that reject a result.</summary>
    public int Errors => Counts.Where(count => count.Rule.Severity == RuleSeverity.Error).Sum(count => count.Count);

    /// <summary>Violations of the others.</summary>
    public int Warnings => Violations.Count - Errors;
}
