using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>The runner's own subtraction.</summary>
internal sealed class TB0142LapsInJson : ISubmissionRule
{
    public string Id => "TB0142";

    public string Title => "In results.json, elapsed_time is end_time less start_time modulo 2^32.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "mlcommons/tiny runner, results.json: infer";

    public bool Official => false;

    public string Passing => "\"start_time\": 114879046, \"end_time\": 125741088, \"elapsed_time\": 10862042";

    public string Failing => "\"start_time\": 114879046, \"end_time\": 125741088, \"elapsed_time\": 9862042";

    public IEnumerable<RuleViolation> Check(SubmissionTree tree)
    {
        foreach (ModeResults mode in MeasuredModes.Windowed(tree).Where(mode => mode is { Mode: "performance", JsonFile: not null }))
        {
            foreach ((int index, long start, long end, long elapsed) in RunnerJson.Laps(mode.JsonFile!))
            {
                if (unchecked((uint)(end - start)) != elapsed)
                    yield return this.Broken(new Place(mode.JsonFile!.Path, Window: index + 1, Field: $"$[{index}].infer.elapsed_time"), $"is {elapsed}; {end} less {start} is {unchecked((uint)(end - start))}");
            }
        }
    }
}
