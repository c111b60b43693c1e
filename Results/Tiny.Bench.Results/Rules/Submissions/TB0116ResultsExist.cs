using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>A figure without its companions is no result.</summary>
internal sealed class TB0116ResultsExist : ISubmissionRule
{
    public string Id => "TB0116";

    public string Title => "A task has results.txt for accuracy and performance; the streaming task for performance or energy.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "MLPerf Tiny rules, submission: required results; the checker stops with an error of its own";

    public bool Official => false;

    public string Passing => "kws/accuracy/results.txt and kws/performance/results.txt";

    public string Failing => "kws/performance/results.txt alone";

    private static readonly string[] Required = ["accuracy", "performance"];

    public IEnumerable<RuleViolation> Check(SubmissionTree tree)
    {
        if (tree.IsSelection)
            yield break;
        foreach (TaskResults task in tree.Tasks.Where(task => task.Task is not null))
        {
            if (task.Task!.IsStreaming)
            {
                if (task.Performance?.ResultsFile is null && task.Energy?.ResultsFile is null)
                    yield return this.Broken(task.Path, "has results.txt of neither performance nor energy");
                continue;
            }

            string[] missing = [.. Required.Where(mode => !task.Modes.Any(found => found.Mode == mode && found.ResultsFile is not null))];
            if (missing.Length > 0)
                yield return this.Broken(task.Path, $"has no {string.Join("/results.txt and no ", missing)}/results.txt");
            if (task.Energy is { ResultsFile: null })
                yield return this.Broken(task.Energy.Path, "has no results.txt");
        }
    }
}
