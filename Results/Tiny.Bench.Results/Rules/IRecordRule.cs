using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Rules;

/// <summary>A rule over run records.</summary>
public interface IRecordRule : IRule
{
    /// <summary>Every record that breaks the rule; several records are looked at together because a result is made of several runs.</summary>
    IEnumerable<RuleViolation> Check(IReadOnlyList<StoredRecord> records);
}
