using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>A description that a program can read.</summary>
internal sealed class TB0111SystemDescriptionReads : ISubmissionRule
{
    public string Id => "TB0111";

    public string Title => "A system description is one JSON object.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "JSON, RFC 8259; six of 114 published descriptions are not";

    public bool Official => false;

    public string Passing => "{ \"Status\": \"Available\" }";

    public string Failing => "{ \"Status\": \"Available\" \"Board Name\": \"K1\" }";

    public IEnumerable<RuleViolation> Check(SubmissionTree tree)
    {
        foreach (TreeEntry file in tree.Submissions.SelectMany(submission => submission.Systems))
        {
            if (SystemDescription.Read(file, out string? problem, out int? line) is null)
                yield return this.Broken(new Place(file.Path, line), $"is no system description: {problem}");
        }
    }
}
