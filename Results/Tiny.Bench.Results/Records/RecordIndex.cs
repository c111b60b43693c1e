namespace Tiny.Bench.Results.Records;

/// <summary>The index of a store.</summary>
/// <param name="Entries">One entry for each record, in ordinal order of the names.</param>
/// <param name="Problems">Every file that should be a record and is none, in ordinal order of the names.</param>
public sealed record RecordIndex(IReadOnlyList<RecordIndexEntry> Entries, IReadOnlyList<StoreProblem> Problems);
