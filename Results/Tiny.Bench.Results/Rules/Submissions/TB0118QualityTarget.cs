using System.Globalization;
using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>Well enough.</summary>
internal sealed class TB0118QualityTarget : ISubmissionRule
{
    public string Id => "TB0118";

    public string Title => "In the closed division top-1 is at least 90 (kws), 80 (vww), 85 (ic), 91 (ic2), and AUC at least 0.85 (ad).";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "MLPerf Tiny rules, quality targets; submission_checker.py v1.4, accuracy";

    public bool Official => true;

    public string Passing => "kws: Top 1% = 90.0";

    public string Failing => "kws: Top 1% = 89.9";

    public IEnumerable<RuleViolation> Check(SubmissionTree tree) =>
        from submission in tree.Submissions
        where submission.IsClosed
        from task in submission.Tasks
        where task.Task is { IsStreaming: false }
        let figure = TB0117AccuracyFigure.Figure(task)
        where figure < task.Task!.Target
        select this.Broken(task.Accuracy!.ResultsFile!.Path, string.Create(CultureInfo.InvariantCulture, $"{(task.Task!.MeasuresAuc ? "AUC" : "top-1")} is {figure}; {task.Task.Name} asks for at least {task.Task.Target}"));
}
