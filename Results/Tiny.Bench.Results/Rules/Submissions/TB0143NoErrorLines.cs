using Tiny.Bench.Results.Rules.Texts;
using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>The run itself said that something was wrong.</summary>
internal sealed class TB0143NoErrorLines : ISubmissionRule
{
    public string Id => "TB0143";

    public string Title => "Logs and results hold no error line.";

    public RuleSeverity Severity => RuleSeverity.Warning;

    public string Source => "MLPerf Tiny rules, valid run; monitor firmware, e-[...]; runner, ERROR: Not valid";

    public bool Official => false;

    public string Passing => "m-ready";

    public string Failing => "e-[Insufficent number of hex digits]";

    public IEnumerable<RuleViolation> Check(SubmissionTree tree)
    {
        foreach (ModeResults mode in tree.Modes)
        {
            foreach ((TreeEntry? file, RunText? text) in new[] { (mode.LogFile, mode.Log), (mode.ResultsFile, mode.Results) })
            {
                foreach (PrintedError error in text?.Errors ?? [])
                    yield return this.Broken(new Place(file!.Path, error.Line), error.Text);
            }
        }
    }
}
