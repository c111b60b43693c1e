using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>A streaming run prints all its figures at once.</summary>
internal sealed class TB0121StreamingFigures : ISubmissionRule
{
    public string Id => "TB0121";

    public string Title => "results.txt of sww holds accuracy, duty cycle and estimated throughput.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "submission_checker.py v1.4, streaming wakeword";

    public bool Official => true;

    public string Passing => "Accuracy: 44 True positives, 6 False negatives, 4 False positives";

    public string Failing => "a file without Average duty cycle";

    public IEnumerable<RuleViolation> Check(SubmissionTree tree)
    {
        foreach (ModeResults mode in Modes(tree))
        {
            if (mode.Results!.Detections is null)
                yield return this.Broken(mode.ResultsFile!.Path, "holds no line Accuracy: with its three counts");
            if (mode.Results.DutyCycle is null)
                yield return this.Broken(mode.ResultsFile!.Path, "holds no average duty cycle");
            if (mode.Results.EstimatedThroughput is null)
                yield return this.Broken(mode.ResultsFile!.Path, "holds no estimated throughput");
        }
    }

    /// <summary>The modes of the streaming task that have results.</summary>
    internal static IEnumerable<ModeResults> Modes(SubmissionTree tree) => tree.Tasks
        .Where(task => task.Task is { IsStreaming: true })
        .SelectMany(task => task.Modes)
        .Where(mode => mode.Results is not null && mode.Mode is "performance" or "energy");
}
