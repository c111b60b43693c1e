using System.Globalization;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Rules.Runs;

/// <summary>Slow for energy and fast for latency are two systems.</summary>
internal sealed class TB0169RecordEnergyThroughput : IRecordRule
{
    public string Id => "TB0169";

    public string Title => "The energy run of a record is as fast as its performance run, to 3 %.";

    public RuleSeverity Severity => RuleSeverity.Warning;

    public string Source => "MLPerf Tiny rules, energy: the same system and clock in both";

    public bool Official => false;

    public string Passing => "23.175 and 23.155 inferences a second";

    public string Failing => "96.15 and 99.49 inferences a second";

    private const double Allowed = 0.03;

    public IEnumerable<RuleViolation> Check(IReadOnlyList<StoredRecord> records)
    {
        foreach (StoredRecord stored in records)
        {
            if (stored.Record is not { Energy.InferencesPerSecond: { } metered, Performance.MedianLatencyMicroseconds: > 0 and { } latency, Streaming: null })
                continue;
            double fast = 1e6 / latency;
            if (!(Math.Abs(metered - fast) <= Allowed * fast))
                yield return this.Broken(new Place(stored.Name, Field: "$.energy.inferencesPerSecond"), string.Create(CultureInfo.InvariantCulture, $"is {metered:0.###}, that of the performance run {fast:0.###}; expected the same to {Allowed:P0}"));
        }
    }
}
