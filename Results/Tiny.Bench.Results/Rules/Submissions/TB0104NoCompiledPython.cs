using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>Leftovers of a run are no part of it.</summary>
internal sealed class TB0104NoCompiledPython : ISubmissionRule
{
    public string Id => "TB0104";

    public string Title => "A submission holds no folder __pycache__.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "submission_checker.py v1.4, files of a submitter";

    public bool Official => true;

    public string Passing => "code/run.py";

    public string Failing => "code/__pycache__/run.pyc";

    public IEnumerable<RuleViolation> Check(SubmissionTree tree) => tree.Entries
        .Where(entry => entry.Kind == EntryKind.Folder && entry.Name is "__pycache__")
        .Select(entry => this.Broken(entry.Path, "is left over from running Python; expected no such folder"));
}
