using Tiny.Bench.Results.Analysis;
using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>Anyone can count again.</summary>
internal sealed class TB0151StreamingScore : ISubmissionRule
{
    public string Id => "TB0151";

    public string Title => "The score of sww is what the official code counts in results.json, a word being heard up to 2 s after its end.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "mlcommons/tiny runner, streaming wakeword: the grace of 1 s is added twice";

    public bool Official => false;

    public string Passing => "44 True positives for 44 words with a detection";

    public string Failing => "45 True positives for the same detections";

    public IEnumerable<RuleViolation> Check(SubmissionTree tree)
    {
        foreach ((ModeResults mode, StreamingScore printed) in Printed(tree))
        {
            if (Counted(mode, StreamingScore.OfficialGrace) is { } counted && counted != printed)
                yield return this.Broken(mode.ResultsFile!.Path, $"says {printed} (true positives, false negatives, false positives); the detections give {counted}");
        }
    }

    /// <summary>Streaming runs with the score that results.txt prints.</summary>
    internal static IEnumerable<(ModeResults Mode, StreamingScore Score)> Printed(SubmissionTree tree) =>
        from mode in TB0121StreamingFigures.Modes(tree)
        let found = mode.Results!.Detections
        where found is not null
        select (mode, new StreamingScore(found.Value.TruePositives, found.Value.FalseNegatives, found.Value.FalsePositives));

    /// <summary>The score of the detections in results.json; null when it holds none.</summary>
    internal static StreamingScore? Counted(ModeResults mode, double grace) =>
        mode.JsonFile is { } file && RunnerJson.Stream(file) is { } stream ? StreamingScore.Of(stream.Words, stream.Detections, grace) : null;
}
