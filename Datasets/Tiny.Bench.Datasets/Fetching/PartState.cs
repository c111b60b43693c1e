namespace Tiny.Bench.Datasets.Fetching;

/// <summary>Which version of which address a part belongs to.</summary>
/// <param name="Url">The item's address.</param>
/// <param name="Validator">The strong ETag or, without one, the date of the last change: what If-Range takes; null when the server gave neither.</param>
internal sealed record PartState(string Url, string? Validator);
