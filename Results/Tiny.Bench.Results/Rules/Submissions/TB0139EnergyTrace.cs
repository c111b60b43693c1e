using Tiny.Bench.Results.Rules.Texts;
using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>The meter's word against the table's.</summary>
internal sealed class TB0139EnergyTrace : IRule
{
    public string Id => "TB0139";

    public string Title => "The energy of a window is what its trace adds up to.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "MLPerf Tiny rules, energy: sum of the samples between the two events";

    public bool Official => false;

    public string Passing => "355,000 uJ printed, 355,010 uJ in the trace";

    public string Failing => "355,000 uJ printed, 420,000 uJ in the trace";

    /// <summary>One violation for each window that does not agree.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="traces">Knows how to read a trace.</param>
    public IEnumerable<RuleViolation> Check(SubmissionTree tree, ITraceCheck traces) =>
        from mode in tree.Modes
        where mode.Mode is "energy" && mode.Results?.EnergyWindows.Count > 0
        from finding in traces.Check(mode)
        select this.Broken(PlaceOf(mode, finding), finding.Text);

    private static Place PlaceOf(ModeResults mode, TraceFinding finding)
    {
        PrintedWindow? window = mode.Results!.EnergyWindows.LastOrDefault(printed => printed.Number == finding.Window);
        return new Place(mode.ResultsFile!.Path, window?.Line, window?.Number);
    }
}
