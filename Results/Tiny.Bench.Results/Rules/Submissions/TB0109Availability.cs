using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>Whether one can buy it.</summary>
internal sealed class TB0109Availability : ISubmissionRule
{
    public string Id => "TB0109";

    public string Title => "Status of a system is available, preview or rdi.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "submission_checker.py v1.4, system description";

    public bool Official => true;

    public string Passing => "\"Status\": \"Available\"";

    public string Failing => "\"Status\": \"soon\"";

    public IEnumerable<RuleViolation> Check(SubmissionTree tree)
    {
        foreach (TreeEntry file in tree.Submissions.SelectMany(submission => submission.Systems))
        {
            if (SystemDescription.Read(file, out _, out _) is not { } description)
                continue;
            if (!description.Members.TryGetValue("Status", out string? status))
                yield return this.Broken(new Place(file.Path, Field: "Status"), "is missing; expected available, preview or rdi");
            else if (status.ToLowerInvariant() is not ("available" or "preview" or "rdi"))
                yield return this.Broken(new Place(file.Path, Field: "Status"), $"is \"{status}\"; expected available, preview or rdi");
        }
    }
}
