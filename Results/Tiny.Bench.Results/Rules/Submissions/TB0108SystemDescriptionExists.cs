using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>A result without its system is nobody's.</summary>
internal sealed class TB0108SystemDescriptionExists : ISubmissionRule
{
    public string Id => "TB0108";

    public string Title => "Every system with results has systems/<system>.json.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "submission_checker.py v1.4, system description";

    public bool Official => true;

    public string Passing => "results/K1/kws and systems/K1.json";

    public string Failing => "results/K1/kws and systems/Board.json";

    public IEnumerable<RuleViolation> Check(SubmissionTree tree)
    {
        if (tree.IsSelection)
            yield break;
        foreach (Submission submission in tree.Submissions)
        {
            var described = submission.Systems.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
            foreach (string system in submission.Tasks.Select(task => task.System).Distinct(StringComparer.Ordinal))
            {
                // A nested system is described under the name of its inner folder, or of the outer one, or of both.
                if (!system.Split('/').Append(system.Replace('/', '_')).Any(name => described.Contains($"{name}.json")))
                    yield return this.Broken($"{submission.Path}/{ModePath.Results}/{system}", $"has no description; expected {submission.Path}/systems/{system}.json");
            }
        }
    }
}
