using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Leaderboards;

/// <summary>A record that is not ranked, and why.</summary>
/// <param name="Record">The record.</param>
/// <param name="SystemName">The system, as <see cref="SystemIdentity"/> names it.</param>
/// <param name="Value">Its figure in the board's unit; null when it has none.</param>
/// <param name="Fact">The fact that differs from the ranked rows, as a sentence.</param>
public sealed record LeaderboardAside(StoredRecord Record, string SystemName, double? Value, string Fact);
