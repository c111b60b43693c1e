using Tiny.Bench.Results.Rules;

namespace Tiny.Bench.Results.Audit;

/// <summary>A broken rule as an audit tells it.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Severity">Whether it rejects the result.</param>
/// <param name="File">The file below the audited folder; empty for that folder itself.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Text">Window or field, what stands there and what was expected.</param>
public sealed record AuditFinding(string Rule, RuleSeverity Severity, string File, int? Line, string Text)
{
    /// <summary>A violation, told.</summary>
    public static AuditFinding Of(RuleViolation violation)
    {
        Place place = violation.Where;
        string inside = place with { File = "", Line = null } is { Window: null, Field: null } ? "" : $"{(place.Window is { } window ? $"window {window}" : place.Field)}: ";
        return new AuditFinding(violation.Id, RuleBook.Find(violation.Id)!.Severity, place.File, place.Line, inside + violation.Text);
    }

    /// <summary>Its file and line: "a/log.txt, line 3".</summary>
    public string Where() => new Place(File, Line).ToString();
}
