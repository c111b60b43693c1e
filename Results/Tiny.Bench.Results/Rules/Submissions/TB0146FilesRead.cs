using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>What was not looked at is said.</summary>
internal sealed class TB0146FilesRead : ISubmissionRule
{
    public string Id => "TB0146";

    public string Title => "Every log, result and description can be read.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "a file that cannot be read is listed, never skipped in silence";

    public bool Official => false;

    public string Passing => "log.txt of 1 MB";

    public string Failing => "log.txt of 80 MB, or without the right to read it";

    public IEnumerable<RuleViolation> Check(SubmissionTree tree)
    {
        IEnumerable<TreeEntry?> read = tree.Modes.SelectMany(mode => new[] { mode.LogFile, mode.ResultsFile, mode.JsonFile })
            .Concat(tree.Submissions.SelectMany(submission => submission.Systems));
        foreach (TreeEntry file in read.OfType<TreeEntry>())
        {
            if (file.ReadBytes(out string? problem) is null)
                yield return this.Broken(file.Path, problem!);
            else if (file.Name is "results.json" && RunnerJson.Fault(file) is { } fault)
                yield return this.Broken(new Place(file.Path, fault.Line), $"is no JSON: {fault.Text}");
        }
    }
}
