using Tiny.Bench.Results.Rules.Texts;
using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>What is fast must be what is right.</summary>
internal sealed class TB0136SameBuild : ISubmissionRule
{
    public string Id => "TB0136";

    public string Title => "Accuracy, performance and energy of a task come from one build: same device name, profile and model.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "MLPerf Tiny rules, the same code serves accuracy and performance";

    public bool Official => false;

    public string Passing => "m-model-[kws01] in every log of kws";

    public string Failing => "m-model-[kws01] in one log, m-model-[vww01] in another";

    public IEnumerable<RuleViolation> Check(SubmissionTree tree) => tree.Tasks.SelectMany(task =>
        Differences(task, "name", log => log.DeviceName)
            .Concat(Differences(task, "profile", log => log.Profile))
            .Concat(Differences(task, "model", log => log.Model)));

    private IEnumerable<RuleViolation> Differences(TaskResults task, string what, Func<RunText, string?> read)
    {
        (string Path, string? Value)[] told = [.. task.Modes.Where(mode => mode.Log is not null).Select(mode => (mode.LogFile!.Path, read(mode.Log!))).Where(pair => pair.Item2 is not null)];
        foreach ((string path, string? value) in told.Skip(1))
        {
            if (!string.Equals(value, told[0].Value, StringComparison.Ordinal))
                yield return this.Broken(path, $"device {what} is {value}, but {told[0].Value} in {told[0].Path}");
        }
    }
}
