using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>What a link leads to is not in the submission.</summary>
internal sealed class TB0102NoSymbolicLinks : ISubmissionRule
{
    public string Id => "TB0102";

    public string Title => "A submission holds no symbolic links.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "submission_checker.py v1.4, files of a submitter";

    public bool Official => true;

    public string Passing => "kws/performance/log.txt is a file";

    public string Failing => "kws/performance/log.txt is a link to another log";

    public IEnumerable<RuleViolation> Check(SubmissionTree tree) => tree.Entries
        .Where(entry => entry.Kind == EntryKind.Link)
        .Select(entry => this.Broken(entry.Path, "is a symbolic link; expected a file or folder"));
}
