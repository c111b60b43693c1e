using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>Two descriptions of one system leave open which is true.</summary>
internal sealed class TB0112OneDescription : ISubmissionRule
{
    public string Id => "TB0112";

    public string Title => "A system is described once, and each member of it once.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "mlcommons/tiny_results, systems: one file a system";

    public bool Official => false;

    public string Passing => "systems/K1.json";

    public string Failing => "systems/K1.json and systems/K1/K1.json";

    public IEnumerable<RuleViolation> Check(SubmissionTree tree)
    {
        foreach (Submission submission in tree.Submissions)
        {
            foreach (IGrouping<string, TreeEntry> same in submission.Systems.GroupBy(file => file.Name, StringComparer.OrdinalIgnoreCase))
            {
                foreach (TreeEntry file in same.Skip(1))
                    yield return this.Broken(file.Path, $"describes the same system as {same.First().Path}");
            }

            foreach (TreeEntry file in submission.Systems)
            {
                IEnumerable<string> names = SystemDescription.Read(file, out _, out _)?.Names ?? [];
                foreach (string name in names.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key))
                    yield return this.Broken(new Place(file.Path, Field: name), "stands twice; readers differ in which one they take");
            }
        }
    }
}
