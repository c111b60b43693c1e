using Tiny.Bench.Results.Rules.Texts;
using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>The median of five is what is compared.</summary>
internal sealed class TB0132FiveWindows : ISubmissionRule
{
    public string Id => "TB0132";

    public string Title => "Performance and energy are the median of five windows.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "MLPerf Tiny rules, single stream: five inputs";

    public bool Official => false;

    public string Passing => "windows 1 to 5";

    public string Failing => "windows 1 to 4";

    private const int Expected = 5;

    public IEnumerable<RuleViolation> Check(SubmissionTree tree)
    {
        foreach (ModeResults mode in MeasuredModes.Windowed(tree))
        {
            (TreeEntry File, PrintedWindow Window)[] windows = [.. MeasuredModes.Windows(mode)];
            if (windows.Length is not (0 or Expected))
                yield return this.Broken(windows[0].File.Path, $"holds {windows.Length} windows; expected {Expected}");
        }
    }
}
