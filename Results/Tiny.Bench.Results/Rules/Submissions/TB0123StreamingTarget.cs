using Tiny.Bench.Results.Leaderboards;
using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>Heard well enough.</summary>
internal sealed class TB0123StreamingTarget : ISubmissionRule
{
    public string Id => "TB0123";

    public string Title => "In the closed division sww has at most 8 false positives and at most 8 false negatives.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "MLPerf Tiny rules v1.3, quality targets; submission_checker.py v1.4, streaming wakeword";

    public bool Official => true;

    public string Passing => "6 False negatives, 4 False positives";

    public string Failing => "6 False negatives, 9 False positives";

    private const int Allowed = QualityTarget.MostStreamingErrors;

    public IEnumerable<RuleViolation> Check(SubmissionTree tree)
    {
        var closed = tree.Submissions.Where(submission => submission.IsClosed).SelectMany(submission => submission.Tasks).SelectMany(task => task.Modes).ToHashSet();
        foreach (ModeResults mode in TB0121StreamingFigures.Modes(tree).Where(closed.Contains))
        {
            if (mode.Results!.Detections is not { } found)
                continue;
            if (found.FalsePositives > Allowed)
                yield return this.Broken(mode.ResultsFile!.Path, $"{found.FalsePositives} false positives; at most {Allowed} are allowed");
            if (found.FalseNegatives > Allowed)
                yield return this.Broken(mode.ResultsFile!.Path, $"{found.FalseNegatives} false negatives; at most {Allowed} are allowed");
        }
    }
}
