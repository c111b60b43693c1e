using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Rules.Runs;

/// <summary>What is fast must be what is right.</summary>
internal sealed class TB0166RecordSameBuild : IRecordRule
{
    public string Id => "TB0166";

    public string Title => "The accuracy and the performance of a task on a target come from one model, firmware and dialect.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "MLPerf Tiny rules, the same code serves accuracy and performance";

    public bool Official => false;

    public string Passing => "one model SHA-256 in both records";

    public string Failing => "two of them";

    public IEnumerable<RuleViolation> Check(IReadOnlyList<StoredRecord> records) => records
        .Where(stored => stored.Record.Submission is null)
        .GroupBy(stored => (stored.Record.Task, stored.Record.Target, stored.Record.System?.Board))
        .SelectMany(group => Differences([.. group], "$.model.sha256", record => record.Model?.Sha256)
            .Concat(Differences([.. group], "$.system.firmwareSha256", record => record.System?.FirmwareSha256))
            .Concat(Differences([.. group], "$.dialect", record => record.Dialect)));

    // A store holds many runs; what must agree is the last of each mode, which is what would be handed in.
    private IEnumerable<RuleViolation> Differences(IReadOnlyList<StoredRecord> group, string field, Func<RunRecord, string?> read)
    {
        StoredRecord[] last = [.. group.Where(stored => read(stored.Record) is not null).GroupBy(stored => stored.Record.Mode).Select(mode => mode.OrderBy(stored => stored.Record.Started).ThenBy(stored => stored.Name, StringComparer.Ordinal).Last())];
        foreach (StoredRecord stored in last.Skip(1))
        {
            if (!string.Equals(read(stored.Record), read(last[0].Record), StringComparison.Ordinal))
                yield return this.Broken(new Place(stored.Name, Field: field), $"is {read(stored.Record)}, but {read(last[0].Record)} in {last[0].Name}");
        }
    }
}
