namespace Tiny.Bench.Results.Rules.Runs;

/// <summary>A record that is torn or of another form is named, never passed over.</summary>
internal sealed class TB0170RecordReads : IRule
{
    public string Id => "TB0170";

    public string Title => "Every record of a store can be read.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "RunRecord, schema";

    public bool Official => false;

    public string Passing => "a record of the current schema";

    public string Failing => "half a record";

    /// <summary>One violation for each file that could not be read.</summary>
    public IEnumerable<RuleViolation> Check(RecordFolder folder) => folder.Unreadable.Select(file => this.Broken(file.Where, file.Text));
}
