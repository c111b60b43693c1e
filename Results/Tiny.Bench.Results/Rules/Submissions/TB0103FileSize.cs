using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>The repository of a round takes no larger file.</summary>
internal sealed class TB0103FileSize : ISubmissionRule
{
    public string Id => "TB0103";

    public string Title => "No file has more than 500 MB.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "submission_checker.py v1.4, files of a submitter (its message says 50)";

    public bool Official => true;

    public string Passing => "energy/results.json of 700 kB";

    public string Failing => "energy/trace.bin of 600 MB";

    private const long LargestFile = 500L * 1024 * 1024;

    public IEnumerable<RuleViolation> Check(SubmissionTree tree) => tree.Entries
        .Where(entry => entry.Length > LargestFile)
        .Select(entry => this.Broken(entry.Path, $"has {entry.Length} bytes; expected at most {LargestFile}"));
}
