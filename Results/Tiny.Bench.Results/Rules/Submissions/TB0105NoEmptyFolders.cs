using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>An empty folder promises what is not there.</summary>
internal sealed class TB0105NoEmptyFolders : ISubmissionRule
{
    public string Id => "TB0105";

    public string Title => "A submission holds no empty folders.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "submission_checker.py v1.4, files of a submitter";

    public bool Official => true;

    public string Passing => "kws/energy does not exist";

    public string Failing => "kws/energy exists and holds nothing";

    public IEnumerable<RuleViolation> Check(SubmissionTree tree)
    {
        var used = tree.Entries.Select(entry => entry.Folder).ToHashSet(StringComparer.Ordinal);
        return tree.Entries
            .Where(entry => entry.Kind == EntryKind.Folder && !used.Contains(entry.Path))
            .Select(entry => this.Broken(entry.Path, "is empty; expected a file or no folder"));
    }
}
