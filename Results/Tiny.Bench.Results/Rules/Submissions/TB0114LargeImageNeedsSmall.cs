using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>The large image task comes on top of the small one.</summary>
internal sealed class TB0114LargeImageNeedsSmall : ISubmissionRule
{
    public string Id => "TB0114";

    public string Title => "A system with results for ic2 has results for ic.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "submission_checker.py v1.4, task folders; rules v1.4, ic02";

    public bool Official => true;

    public string Passing => "K1/ic and K1/ic2";

    public string Failing => "K1/ic2 alone";

    public IEnumerable<RuleViolation> Check(SubmissionTree tree)
    {
        if (tree.IsSelection)
            yield break;
        foreach (Submission submission in tree.Submissions)
        {
            foreach (TaskResults large in submission.Tasks.Where(task => task.Task?.Name is "ic2"))
            {
                if (!submission.Tasks.Any(task => task.Task?.Name is "ic" && task.System == large.System))
                    yield return this.Broken(large.Path, "stands alone; ic2 is only taken together with ic");
            }
        }
    }
}
