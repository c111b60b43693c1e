using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>The files that every other reader looks for.</summary>
internal sealed class TB0115RequiredFiles : ISubmissionRule
{
    public string Id => "TB0115";

    public string Title => "A mode holds log.txt, results.txt and results.json; with the EEMBC runner script.async instead of the last.";

    public RuleSeverity Severity => RuleSeverity.Warning;

    public string Source => "submission_checker.py v1.4, required files: a difference is logged and rejects nothing";

    public bool Official => true;

    public string Passing => "log.txt, results.txt, results.json";

    public string Failing => "log.txt, results.txt";

    public IEnumerable<RuleViolation> Check(SubmissionTree tree)
    {
        if (tree.IsSelection)
            yield break;
        foreach (TaskResults task in tree.Tasks.Where(task => task.Task is not null))
        {
            foreach (ModeResults mode in task.Modes)
            {
                string[] missing = [.. Required(tree, task, mode).Where(name => mode.FindExact(name) is null)];
                if (missing.Length > 0)
                    yield return this.Broken(mode.Path, $"lacks {string.Join(", ", missing)}");
            }
        }
    }

    // The marker file came with v1.3; before it every submission was EEMBC's, which its script shows.
    private static IEnumerable<string> Required(SubmissionTree tree, TaskResults task, ModeResults mode)
    {
        bool marked = tree.Entries.Any(entry => entry.Name is "EEMBC_RUNNER" && entry.Folder == task.Path);
        bool eembc = marked || mode.FindExact("script.async") is not null;
        IEnumerable<string> files = ["log.txt", "results.txt", eembc ? "script.async" : "results.json"];
        return task.Task!.IsStreaming && mode.Mode is "energy" ? files.Append("energy_inf_000.png") : files;
    }
}
