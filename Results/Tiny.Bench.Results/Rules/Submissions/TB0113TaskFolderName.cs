using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>A task that nobody knows is not ranked.</summary>
internal sealed class TB0113TaskFolderName : ISubmissionRule
{
    public string Id => "TB0113";

    public string Title => "The folder of a task is named ad, ic, ic2, kws, sww or vww.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "submission_checker.py v1.4, task folders";

    public bool Official => true;

    public string Passing => "results/K1/kws";

    public string Failing => "results/K1/keywords";

    public IEnumerable<RuleViolation> Check(SubmissionTree tree) => tree.Tasks
        .Where(task => task.Task is null)
        .Select(task => this.Broken(task.Path, $"is no task: \"{task.Name}\"; expected {string.Join(", ", TaskFolder.All.Select(known => known.Name))}"));
}
