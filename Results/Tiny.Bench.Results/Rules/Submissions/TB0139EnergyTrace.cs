using System.Globalization;
using Tiny.Bench.Results.Rules.Texts;
using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>The meter's word against the table's.</summary>
internal sealed class TB0139EnergyTrace : ISubmissionRule
{
    public string Id => "TB0139";

    public string Title => "The energy of a window is what its trace adds up to.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "MLPerf Tiny rules, energy: sum of the samples between the two events";

    public bool Official => false;

    public string Passing => "355,000 uJ printed, 355,010 uJ in the trace";

    public string Failing => "355,000 uJ printed, 420,000 uJ in the trace";

    // The events are rounded to a millisecond, so a sample at each end may belong to the window or not.
    private const double Allowed = 0.002;

    public IEnumerable<RuleViolation> Check(SubmissionTree tree)
    {
        foreach (ModeResults mode in tree.Tasks.Where(task => task.Task is { IsStreaming: false }).SelectMany(task => task.Modes).Where(mode => mode.Mode is "energy" && mode.Results is not null))
        {
            IReadOnlyList<PrintedWindow> windows = mode.Results!.EnergyWindows;
            IReadOnlyList<double> traced = EnergyTrace.Read(mode);
            for (int index = 0; index < Math.Min(windows.Count, traced.Count); index++)
            {
                if (windows[index].Microjoules is { } printed && !double.IsNaN(traced[index]) && Math.Abs(printed - traced[index]) > Allowed * Math.Abs(traced[index]))
                    yield return this.Broken(new Place(mode.ResultsFile!.Path, windows[index].Line, windows[index].Number), string.Create(CultureInfo.InvariantCulture, $"prints {printed:0.###} uJ; the trace adds up to {traced[index]:0.###} uJ"));
            }
        }
    }
}
