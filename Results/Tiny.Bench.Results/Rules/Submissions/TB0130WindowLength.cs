using System.Globalization;
using Tiny.Bench.Results.Rules.Texts;
using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>Long enough that timer and print do not matter.</summary>
internal sealed class TB0130WindowLength : ISubmissionRule
{
    public string Id => "TB0130";

    public string Title => "A window lasts at least 10 s.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "MLPerf Tiny rules, single stream: at least 10 s each; nobody enforces it";

    public bool Official => false;

    public string Passing => "Runtime: 10.862042 sec.";

    public string Failing => "Runtime: 7.352316 sec.";

    private const double Shortest = 10;

    public IEnumerable<RuleViolation> Check(SubmissionTree tree)
    {
        foreach (ModeResults mode in MeasuredModes.Windowed(tree))
        {
            foreach ((TreeEntry file, PrintedWindow window) in MeasuredModes.Windows(mode))
            {
                if (window.Seconds < Shortest)
                    yield return this.Broken(new Place(file.Path, window.Line, window.Number), string.Create(CultureInfo.InvariantCulture, $"lasts {window.Seconds} s; expected at least {Shortest} s"));
            }
        }
    }
}
