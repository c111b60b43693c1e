using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>An accuracy belongs to a list.</summary>
internal sealed class TB0134SampleListKnown : ISubmissionRule
{
    public string Id => "TB0134";

    public string Title => "The accuracy log goes through an official evaluation list, every sample of it.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "MLPerf Tiny rules, data sets: lists of benchmark/evaluation/datasets";

    public bool Official => false;

    public string Passing => "1000 samples of kws01's list";

    public string Failing => "999 of them, or others";

    public IEnumerable<RuleViolation> Check(SubmissionTree tree)
    {
        foreach (TaskResults task in tree.Tasks.Where(task => task.Task is { IsStreaming: false } && task.Accuracy?.Log is { Inputs.Count: > 0 }))
        {
            string[] names = [.. task.Accuracy!.Log!.Inputs.Select(input => input.File).Distinct(StringComparer.Ordinal)];
            if (SampleList.Find(task.Task!.Id, names) is null)
                yield return this.Broken(task.Accuracy.LogFile!.Path, $"loads {names.Length} samples that are no list of {task.Task.Id}; expected {SampleList.Describe(task.Task.Id)}");
        }
    }
}
