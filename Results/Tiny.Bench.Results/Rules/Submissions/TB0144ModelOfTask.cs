using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>A log in the wrong folder.</summary>
internal sealed class TB0144ModelOfTask : ISubmissionRule
{
    public string Id => "TB0144";

    public string Title => "The model that the device names is that of the task's folder.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "MLPerf Tiny rules, closed division: the reference model of the task; monitor firmware, m-model-[id]";

    public bool Official => false;

    public string Passing => "m-model-[kws01] below kws";

    public string Failing => "m-model-[ic01] below kws";

    public IEnumerable<RuleViolation> Check(SubmissionTree tree) =>
        from task in tree.Tasks
        where task.Task is not null
        from mode in task.Modes
        let model = mode.Log?.Model
        let known = model is null ? null : TaskFolder.FindId(model)

        // Firmware of the streaming task has two spellings, and a vendor's own name is no other task's.
        where known is not null && known != task.Task && !(task.Task!.Name is "ic2" && known.Name is "ic")
        select this.Broken(mode.LogFile!.Path, $"the device runs {model}; the folder is that of {task.Task!.Id}");
}
