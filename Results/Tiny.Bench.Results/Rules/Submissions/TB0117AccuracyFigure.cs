using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>How well.</summary>
internal sealed class TB0117AccuracyFigure : ISubmissionRule
{
    public string Id => "TB0117";

    public string Title => "accuracy/results.txt holds top-1, for ad the AUC.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "submission_checker.py v1.4, accuracy: the last line with Top 1% or AUC";

    public bool Official => true;

    public string Passing => "Top 1% = 90.2";

    public string Failing => "an empty file";

    public IEnumerable<RuleViolation> Check(SubmissionTree tree) =>
        from task in tree.Tasks
        where task.Task is { IsStreaming: false } && task.Accuracy?.Results is not null
        where Figure(task) is null
        select this.Broken(task.Accuracy!.ResultsFile!.Path, $"holds no {(task.Task!.MeasuresAuc ? "AUC" : "top-1")}");

    /// <summary>The figure that the task's target is held against.</summary>
    internal static double? Figure(TaskResults task) =>
        task.Task!.MeasuresAuc ? task.Accuracy?.Results?.Auc : task.Accuracy?.Results?.TopOnePercent;
}
