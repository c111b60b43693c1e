namespace Tiny.Bench.Results.Records;

/// <summary>What a store holds.</summary>
/// <param name="Records">Every record, in ordinal order of the names.</param>
/// <param name="Problems">Every file that should be a record and is none, in ordinal order of the names.</param>
public sealed record StoreContents(IReadOnlyList<StoredRecord> Records, IReadOnlyList<StoreProblem> Problems);
