using System.Globalization;
using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>Slow for energy and fast for latency are two systems.</summary>
internal sealed class TB0138EnergyThroughput : ISubmissionRule
{
    public string Id => "TB0138";

    public string Title => "The energy run is as fast as the performance run, to 3 %.";

    public RuleSeverity Severity => RuleSeverity.Warning;

    public string Source => "MLPerf Tiny rules, energy: the same system and clock in both";

    public bool Official => false;

    public string Passing => "23.175 and 23.155 inf./sec.";

    public string Failing => "96.15 and 99.49 inf./sec.";

    private const double Allowed = 0.03;

    public IEnumerable<RuleViolation> Check(SubmissionTree tree)
    {
        foreach (TaskResults task in tree.Tasks.Where(task => task.Task is { IsStreaming: false } && task.Energy?.Results is not null))
        {
            if (task.Performance?.Results?.MedianThroughput is not (> 0 and { } fast) || MeasuredModes.EnergyThroughput(task.Energy!) is not { } metered)
                continue;
            if (Math.Abs(metered - fast) > Allowed * fast)
                yield return this.Broken(task.Energy!.ResultsFile!.Path, string.Create(CultureInfo.InvariantCulture, $"runs at {metered:0.###} inf./sec., the performance run at {fast:0.###}; expected the same to {Allowed:P0}"));
        }
    }
}
