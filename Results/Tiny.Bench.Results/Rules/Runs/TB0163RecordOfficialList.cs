using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Rules.Runs;

/// <summary>An accuracy belongs to a list.</summary>
internal sealed class TB0163RecordOfficialList : IRecordRule
{
    public string Id => "TB0163";

    public string Title => "A submitted accuracy is that of an official list.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "MLPerf Tiny rules, data sets";

    public bool Official => false;

    public string Passing => "\"official\": true";

    public string Failing => "\"official\": false";

    public IEnumerable<RuleViolation> Check(IReadOnlyList<StoredRecord> records) => records
        .Where(stored => stored.Record is { Quality: not null, Data.Official: false })
        .Select(stored => this.Broken(new Place(stored.Name, Field: "$.data.official"), $"the list is {stored.Record.Data!.Name}; its accuracy is not that of the evaluation list"));
}
