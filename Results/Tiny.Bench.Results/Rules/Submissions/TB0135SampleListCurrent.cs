using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>Two lists, two accuracies.</summary>
internal sealed class TB0135SampleListCurrent : ISubmissionRule
{
    public string Id => "TB0135";

    public string Title => "The accuracy log of ic goes through the balanced list.";

    public RuleSeverity Severity => RuleSeverity.Warning;

    public string Source => "MLPerf Tiny rules, data sets; eembc/energyrunner ships the old unbalanced list of ic01, and 23 of 96 published logs use it";

    public bool Official => false;

    public string Passing => "the list of 20 samples a class";

    public string Failing => "the old list, of which the new one shares 3 names";

    public IEnumerable<RuleViolation> Check(SubmissionTree tree) =>
        from task in tree.Tasks
        where task.Task is { IsStreaming: false } && task.Accuracy?.Log is { Inputs.Count: > 0 }
        let list = SampleList.Find(task.Task!.Id, task.Accuracy!.Log!.Inputs.Select(input => input.File))
        where list is { Superseded: true }
        select this.Broken(task.Accuracy!.LogFile!.Path, $"uses {list.Name}; its accuracy cannot be compared with that of the current list");
}
