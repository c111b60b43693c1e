using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Comparison;

/// <summary>Two sets of records, pair by pair.</summary>
/// <param name="Pairs">Records that belong together, by task, mode and name of the first.</param>
/// <param name="OnlyBefore">Records of the first set without a partner, in the same order.</param>
/// <param name="OnlyAfter">Records of the second set without a partner.</param>
/// <param name="Superseded">Records that do not count, since their set has a newer one of the same system, task and mode.</param>
public sealed record ComparisonReport(
    IReadOnlyList<RecordComparison> Pairs,
    IReadOnlyList<StoredRecord> OnlyBefore,
    IReadOnlyList<StoredRecord> OnlyAfter,
    IReadOnlyList<StoredRecord> Superseded);
