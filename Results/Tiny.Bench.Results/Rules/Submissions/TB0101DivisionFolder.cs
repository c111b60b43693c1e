using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>Divisions have two names.</summary>
internal sealed class TB0101DivisionFolder : ISubmissionRule
{
    public string Id => "TB0101";

    public string Title => "The folder around a submitter is named closed or open.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "submission_checker.py v1.4, divisions";

    public bool Official => true;

    public string Passing => "closed/Acme/results";

    public string Failing => "Closed/Acme/results";

    public IEnumerable<RuleViolation> Check(SubmissionTree tree) => tree.Submissions
        .Where(submission => submission.Division is not ("closed" or "open"))
        .Select(submission => this.Broken(submission.Path, $"stands in \"{submission.Division}\"; expected closed or open"));
}
