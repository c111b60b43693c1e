using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>How fast.</summary>
internal sealed class TB0119ThroughputFigure : ISubmissionRule
{
    public string Id => "TB0119";

    public string Title => "performance/results.txt holds the median throughput.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "submission_checker.py v1.4, performance: Median throughput is";

    public bool Official => true;

    public string Passing => "Median throughput is     23.032 inf./sec.";

    public string Failing => "windows without their median";

    public IEnumerable<RuleViolation> Check(SubmissionTree tree) =>
        from task in tree.Tasks
        where task.Task is { IsStreaming: false } && task.Performance?.Results is { MedianThroughput: null }
        select this.Broken(task.Performance!.ResultsFile!.Path, "holds no median throughput");
}
