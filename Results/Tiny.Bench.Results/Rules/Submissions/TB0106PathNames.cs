using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>Names that scripts can handle.</summary>
internal sealed class TB0106PathNames : ISubmissionRule
{
    public string Id => "TB0106";

    public string Title => "No name starts with a dot or holds a blank.";

    public RuleSeverity Severity => RuleSeverity.Warning;

    public string Source => "submission_checker.py v1.4, files of a submitter";

    public bool Official => true;

    public string Passing => "systems/K1_BOARD.json";

    public string Failing => "systems/K1 BOARD.json";

    public IEnumerable<RuleViolation> Check(SubmissionTree tree) => tree.Entries
        .Where(entry => entry.Name.StartsWith('.') || entry.Name.Contains(' ', StringComparison.Ordinal))
        .Select(entry => this.Broken(entry.Path, "starts with a dot or holds a blank; tools that read a round stumble over it"));
}
