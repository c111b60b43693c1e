using Tiny.Bench.Results.Rules.Texts;
using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>The runner writes what it read twice.</summary>
internal sealed class TB0150JsonAnswers : ISubmissionRule
{
    public string Id => "TB0150";

    public string Title => "results.json of an accuracy run holds the answers of the log.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "mlcommons/tiny runner: one answer goes to log.txt and results.json";

    public bool Official => false;

    public string Passing => "\"results\": [0.996, 0.004] for m-results : [0.996, 0.004]";

    public string Failing => "\"results\": [0.004, 0.996] for the same line";

    public IEnumerable<RuleViolation> Check(SubmissionTree tree)
    {
        foreach (ModeResults mode in tree.Modes.Where(mode => mode is { Mode: "accuracy", JsonFile: not null, Log.Answers.Count: > 0 }))
        {
            PrintedAnswer[] other =
            [
                .. RunnerJson.Answers(mode.JsonFile!).Select(pair => pair.Answer)
                    .Where(answer => mode.Answers.Find(answer.File!, answer.Part) is { } logged && answer.Values?.SequenceEqual(logged.Values!) != true),
            ];
            if (other.Length > 0)
                yield return this.Broken(new Place(mode.JsonFile!.Path, Field: $"$[{other[0].Line - 1}].infer.results"), $"{other.Length} answers are not those of {mode.LogFile!.Name}; here the one to {other[0].File}");
        }
    }
}
