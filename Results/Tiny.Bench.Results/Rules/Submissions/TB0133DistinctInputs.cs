using Tiny.Bench.Results.Rules.Texts;
using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>One input could be the fast one.</summary>
internal sealed class TB0133DistinctInputs : ISubmissionRule
{
    public string Id => "TB0133";

    public string Title => "Each window is measured on an input of its own.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "MLPerf Tiny rules, single stream: five different inputs";

    public bool Official => false;

    public string Passing => "Loading file tst_000001_Left_2.bin after tst_000000_Stop_7.bin";

    public string Failing => "Loading file tst_000000_Stop_7.bin twice";

    public IEnumerable<RuleViolation> Check(SubmissionTree tree)
    {
        foreach (ModeResults mode in MeasuredModes.Windowed(tree))
        {
            var seen = new Dictionary<(string, long), LoadedInput>();
            foreach (LoadedInput input in mode.Log?.Inputs ?? [])
            {
                if (!seen.TryAdd((input.File, input.Part), input))
                    yield return this.Broken(new Place(mode.LogFile!.Path, input.Line), $"loads {input.File} again; line {seen[(input.File, input.Part)].Line} did. Expected another input for each window");
            }
        }
    }
}
