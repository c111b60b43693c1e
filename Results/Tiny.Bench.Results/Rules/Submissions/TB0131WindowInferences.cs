using Tiny.Bench.Results.Rules.Texts;
using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>A mean of few says little.</summary>
internal sealed class TB0131WindowInferences : ISubmissionRule
{
    public string Id => "TB0131";

    public string Title => "A window holds at least 10 inferences.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "MLPerf Tiny rules, EEMBC runner: at least 10 iterations";

    public bool Official => false;

    public string Passing => "# Inferences : 250";

    public string Failing => "# Inferences : 4";

    private const long Fewest = 10;

    public IEnumerable<RuleViolation> Check(SubmissionTree tree)
    {
        foreach (ModeResults mode in MeasuredModes.Windowed(tree))
        {
            foreach ((TreeEntry file, PrintedWindow window) in MeasuredModes.Windows(mode))
            {
                if (window.Inferences < Fewest)
                    yield return this.Broken(new Place(file.Path, window.Line, window.Number), $"holds {window.Inferences} inferences; expected at least {Fewest}");
            }
        }
    }
}
