using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>A member of another benchmark's form.</summary>
internal sealed class TB0110NoSystemType : ISubmissionRule
{
    public string Id => "TB0110";

    public string Title => "A system description has no member system_type.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "submission_checker.py v1.4, system description";

    public bool Official => true;

    public string Passing => "\"Board Name\": \"K1\"";

    public string Failing => "\"system_type\": \"edge\"";

    public IEnumerable<RuleViolation> Check(SubmissionTree tree) =>
        from file in tree.Submissions.SelectMany(submission => submission.Systems)
        let description = SystemDescription.Read(file, out _, out _)
        where description is not null && description.Names.Contains("system_type", StringComparer.Ordinal)
        select this.Broken(new Place(file.Path, Field: "system_type"), "belongs to another benchmark's description; expected no such member");
}
