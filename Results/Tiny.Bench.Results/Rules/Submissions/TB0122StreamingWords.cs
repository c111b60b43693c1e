using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>Every word is heard or missed.</summary>
internal sealed class TB0122StreamingWords : ISubmissionRule
{
    public string Id => "TB0122";

    public string Title => "True positives and false negatives of sww are 50 together.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "submission_checker.py v1.4, streaming wakeword; the official recording holds 50 words";

    public bool Official => true;

    public string Passing => "44 True positives, 6 False negatives";

    public string Failing => "44 True positives, 5 False negatives";

    private const int Words = 50;

    public IEnumerable<RuleViolation> Check(SubmissionTree tree) =>
        from mode in TB0121StreamingFigures.Modes(tree)
        let detections = mode.Results!.Detections
        where detections is not null && (long)detections.Value.TruePositives + detections.Value.FalseNegatives != Words
        select this.Broken(mode.ResultsFile!.Path, $"{detections.Value.TruePositives} true positives and {detections.Value.FalseNegatives} false negatives; the recording holds {Words} words");
}
