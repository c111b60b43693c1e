using Tiny.Bench.Core.Systems;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Rules.Runs;

/// <summary>An instruction count is no latency.</summary>
internal sealed class TB0168RecordMeasured : IRecordRule
{
    public string Id => "TB0168";

    public string Title => "A submitted result is measured.";

    public RuleSeverity Severity => RuleSeverity.Warning;

    public string Source => "MLPerf Tiny rules, system under test: a device; DESIGN.md section 3, kinds";

    public bool Official => false;

    public string Passing => "\"kind\": \"measured\"";

    public string Failing => "\"kind\": \"simulated\"";

    public IEnumerable<RuleViolation> Check(IReadOnlyList<StoredRecord> records) => records
        .Where(stored => stored.Record.Kind is RunKind.Simulated or RunKind.Estimated)
        .Select(stored => this.Broken(new Place(stored.Name, Field: "$.kind"), $"is {stored.Record.Kind.ToString().ToLowerInvariant()}; only a measured result can be handed in"));
}
