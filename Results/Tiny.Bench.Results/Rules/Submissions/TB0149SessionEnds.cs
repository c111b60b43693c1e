using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>A log that breaks off does not say how the run went on.</summary>
internal sealed class TB0149SessionEnds : ISubmissionRule
{
    public string Id => "TB0149";

    public string Title => "A log that tells the beginning of its session tells its end.";

    public RuleSeverity Severity => RuleSeverity.Warning;

    public string Source => "EEMBC runner, m-session-start-id and m-session-stop-id; mlcommons/tiny runner, first and last line of the log";

    public bool Official => false;

    public string Passing => "m-session-stop-id[20210609105411]";

    public string Failing => "a log whose last line is half a result";

    public IEnumerable<RuleViolation> Check(SubmissionTree tree) =>
        from mode in tree.Modes
        let log = mode.Log
        where log is { SessionStart: not null, SessionEnd: null }
        select this.Broken(new Place(mode.LogFile!.Path, log.Lines), "the log ends here, the session does not");
}
