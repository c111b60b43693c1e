namespace Tiny.Bench.Datasets.Fetching;

/// <summary>How far a fetch is.</summary>
/// <param name="Done">Bytes at hand, those of an earlier try included.</param>
/// <param name="Total">Size of the item; null when it is not known.</param>
/// <param name="Note">What happens besides: a wait, a retry, unpacking; null while bytes come.</param>
public readonly record struct FetchProgress(long Done, long? Total, string? Note = null);
