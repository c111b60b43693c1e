using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Rules.Runs;

/// <summary>One input could be the fast one.</summary>
internal sealed class TB0162RecordFiveInputs : IRecordRule
{
    public string Id => "TB0162";

    public string Title => "A record's performance is the median of five windows on five inputs.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "MLPerf Tiny rules, single stream: five different inputs";

    public bool Official => false;

    public string Passing => "five windows on five files";

    public string Failing => "five windows, two of them on tst_000000_Stop_7.bin";

    private const int Expected = 5;

    public IEnumerable<RuleViolation> Check(IReadOnlyList<StoredRecord> records)
    {
        foreach (StoredRecord stored in records)
        {
            if (stored.Record.Performance is not { Windows: { Count: > 0 } windows })
                continue;
            if (windows.Count != Expected)
                yield return this.Broken(new Place(stored.Name, Field: "$.performance.windows"), $"holds {windows.Count} windows; expected {Expected}");
            foreach (IGrouping<string?, WindowRecord> same in windows.Where(window => window.Input is not null).GroupBy(window => window.Input, StringComparer.Ordinal).Where(group => group.Count() > 1))
                yield return this.Broken(new Place(stored.Name, Field: "$.performance.windows"), $"{same.Count()} windows are measured on {same.Key}; expected another input for each");
        }
    }
}
