using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>For how much energy.</summary>
internal sealed class TB0120EnergyFigure : ISubmissionRule
{
    public string Id => "TB0120";

    public string Title => "energy/results.txt holds the median energy; for sww the power.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "submission_checker.py v1.4, energy: Median energy cost is; sww: Power";

    public bool Official => true;

    public string Passing => "Median energy cost is 1430.6681 uJ/inf.";

    public string Failing => "energy windows without their median";

    public IEnumerable<RuleViolation> Check(SubmissionTree tree) =>
        from task in tree.Tasks
        where task.Task is not null && task.Energy?.Results is not null
        let found = task.Task!.IsStreaming ? task.Energy!.Results!.PowerMilliwatts : task.Energy!.Results!.MedianEnergy
        where found is null
        select this.Broken(task.Energy!.ResultsFile!.Path, task.Task!.IsStreaming ? "holds no power in mW" : "holds no median energy");
}
