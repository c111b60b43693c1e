using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>A name that a script does not find is a result that it does not count.</summary>
internal sealed class TB0145StandardLayout : ISubmissionRule
{
    public string Id => "TB0145";

    public string Title => "Folders and files have the names that the checker looks for: short task names, energy, log.txt and results.txt, one folder a system.";

    public RuleSeverity Severity => RuleSeverity.Warning;

    public string Source => "mlcommons/tiny_results, layout results/<system>/<task>/<mode>; earlier rounds differ";

    public bool Official => false;

    public string Passing => "results/K1/ad/energy/log.txt";

    public string Failing => "results/K1/anomaly_detection/power/power_log.txt";

    public IEnumerable<RuleViolation> Check(SubmissionTree tree)
    {
        foreach (TaskResults task in tree.Tasks.Where(task => task.Task is not null))
        {
            if (task.Name != task.Task!.Name)
                yield return this.Broken(task.Path, $"is named {task.Name}; expected {task.Task.Name}");
            if (task.Variant.Length > 0)
                yield return this.Broken(task.Path, $"has the folder {task.Variant} between task and mode; expected none");
            if (task.System.Contains('/', StringComparison.Ordinal) && !tree.IsSelection)
                yield return this.Broken(task.Path, $"system {task.System} is nested; expected one folder");
            foreach (ModeResults mode in task.Modes)
            {
                if (!mode.Path.EndsWith($"/{mode.Mode}", StringComparison.Ordinal))
                    yield return this.Broken(mode.Path, $"expected the name {mode.Mode}");
                if (mode.LogFile is { Name: not "log.txt" })
                    yield return this.Broken(mode.LogFile.Path, "expected the name log.txt");
                if (mode.ResultsFile is { Name: not "results.txt" })
                    yield return this.Broken(mode.ResultsFile.Path, "expected the name results.txt");
            }
        }
    }
}
