using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Rules.Runs;

/// <summary>A quick run is for trying.</summary>
internal sealed class TB0160RecordQuick : IRecordRule
{
    public string Id => "TB0160";

    public string Title => "A submitted run is not a quick one.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "MLPerf Tiny rules, single stream: at least 10 s each; tinybench run --quick";

    public bool Official => false;

    public string Passing => "\"quick\": false";

    public string Failing => "\"quick\": true";

    public IEnumerable<RuleViolation> Check(IReadOnlyList<StoredRecord> records) => records
        .Where(stored => stored.Record.Performance is { Quick: true })
        .Select(stored => this.Broken(new Place(stored.Name, Field: "$.performance.quick"), "the windows were asked to be short; measure again without --quick"));
}
