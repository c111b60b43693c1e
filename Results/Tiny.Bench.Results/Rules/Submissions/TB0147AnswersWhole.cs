using Tiny.Bench.Results.Rules.Texts;
using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>An accuracy is counted over answers.</summary>
internal sealed class TB0147AnswersWhole : ISubmissionRule
{
    public string Id => "TB0147";

    public string Title => "In an accuracy log every sample has an answer that can be read, and the same each time it is given.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "MLPerf Tiny rules, accuracy: top-1 and AUC over the answers to all samples";

    public bool Official => false;

    public string Passing => "m-results-[0.996,0.003] after each sample";

    public string Failing => "m-results-[0.996,0.0";

    public IEnumerable<RuleViolation> Check(SubmissionTree tree)
    {
        foreach (ModeResults mode in tree.Modes.Where(mode => mode is { Mode: "accuracy", Log.Answers.Count: > 0 }))
        {
            string path = mode.LogFile!.Path;
            AnswerSheet sheet = mode.Answers;
            foreach ((string what, PrintedAnswer? first, int count) in new[]
            {
                ("have an answer that cannot be read", sheet.Unreadable.Count > 0 ? sheet.Unreadable[0] : null, sheet.Unreadable.Count),
                ("are answered again with other values", sheet.Contradictions.MinBy(answer => answer.Line), sheet.Contradictions.Count),
            })
            {
                if (first is not null)
                    yield return this.Broken(new Place(path, first.Line), $"{count} samples {what}; here {first.File}");
            }

            LoadedInput[] unanswered = [.. mode.Log!.Inputs.Where(input => !sheet.Has(input.File, input.Part)).DistinctBy(input => (input.File, input.Part))];
            if (unanswered.Length > 0)
                yield return this.Broken(new Place(path, unanswered[0].Line), $"{unanswered.Length} samples have no answer; here {unanswered[0].File}");
            if (sheet.WithoutSample > 0)
                yield return this.Broken(path, $"{sheet.WithoutSample} answers stand before any sample was loaded");
        }
    }
}
