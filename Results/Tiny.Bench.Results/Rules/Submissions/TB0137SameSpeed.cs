using System.Globalization;
using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>Another build runs at another speed.</summary>
internal sealed class TB0137SameSpeed : ISubmissionRule
{
    public string Id => "TB0137";

    public string Title => "An inference of the accuracy run takes about as long as one of the performance run.";

    public RuleSeverity Severity => RuleSeverity.Warning;

    public string Source => "MLPerf Tiny rules, the same code serves accuracy and performance";

    public bool Official => false;

    public string Passing => "43.6 ms and 43.4 ms";

    public string Failing => "181 ms and 43.4 ms";

    // One inference is timed with the print of its first lap (1.5 ms at 115200) and cold caches; a build with other kernels is much further off.
    private const double Factor = 1.5;
    private const double PrintSeconds = 0.003;

    public IEnumerable<RuleViolation> Check(SubmissionTree tree)
    {
        foreach (TaskResults task in tree.Tasks.Where(task => task.Task is { IsStreaming: false }))
        {
            if (MeasuredModes.SecondsPerInference(task.Accuracy) is not { } alone || MeasuredModes.SecondsPerInference(task.Performance) is not { } timed)
                continue;
            if (alone > (timed * Factor) + PrintSeconds || alone < timed / Factor)
                yield return this.Broken(task.Accuracy!.LogFile!.Path, string.Create(CultureInfo.InvariantCulture, $"an inference takes {alone * 1e3:0.###} ms, in the performance run {timed * 1e3:0.###} ms"));
        }
    }
}
