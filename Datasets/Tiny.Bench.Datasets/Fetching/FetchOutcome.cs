namespace Tiny.Bench.Datasets.Fetching;

/// <summary>An item that is at hand after a fetch.</summary>
/// <param name="Path">The file or folder.</param>
/// <param name="WasThere">Whether it was at hand before, and nothing was fetched.</param>
/// <param name="Sha256">SHA-256 of what was fetched; null when nothing was.</param>
public sealed record FetchOutcome(string Path, bool WasThere, string? Sha256);
