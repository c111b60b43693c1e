using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Pages;

/// <summary>A record with what the tables show of it.</summary>
internal sealed record PageEntry(StoredRecord Stored, string SystemName, ResultRow Row);
