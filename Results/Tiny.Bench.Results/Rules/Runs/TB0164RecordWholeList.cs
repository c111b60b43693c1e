using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Rules.Runs;

/// <summary>The first ten are not the list.</summary>
internal sealed class TB0164RecordWholeList : IRecordRule
{
    public string Id => "TB0164";

    public string Title => "A submitted accuracy is that of the whole list.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "MLPerf Tiny rules, accuracy: all samples of the list";

    public bool Official => false;

    public string Passing => "1000 of 1000 samples";

    public string Failing => "10 of 1000 samples";

    public IEnumerable<RuleViolation> Check(IReadOnlyList<StoredRecord> records) => records
        .Where(stored => stored.Record is { Quality.Samples: { } samples, Data.Samples: { } listed } && samples != listed)
        .Select(stored => this.Broken(new Place(stored.Name, Field: "$.quality.samples"), $"{stored.Record.Quality!.Samples} samples were run; the list has {stored.Record.Data!.Samples}"));
}
