using Tiny.Bench.Results.Analysis;
using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>Two readings of one rule.</summary>
internal sealed class TB0152StreamingGrace : ISubmissionRule
{
    public string Id => "TB0152";

    public string Title => "The score of sww is the same when a word is heard up to 1 s after its end, as the rule's text says.";

    public RuleSeverity Severity => RuleSeverity.Warning;

    public string Source => "MLPerf Tiny rules, streaming wakeword: 1 s; the official code allows 2 s";

    public bool Official => false;

    public string Passing => "44/6/4 by both";

    public string Failing => "44/6/4 with 2 s, 39/11/24 with 1 s";

    public IEnumerable<RuleViolation> Check(SubmissionTree tree) =>
        from mode in TB0121StreamingFigures.Modes(tree)
        let official = TB0151StreamingScore.Counted(mode, StreamingScore.OfficialGrace)
        let strict = TB0151StreamingScore.Counted(mode, StreamingScore.RuleGrace)
        where official != strict
        select this.Broken(mode.ResultsFile!.Path, $"the detections give {official} (true positives, false negatives, false positives) with 2 s of grace, {strict} with 1 s");
}
