using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Leaderboards;

/// <summary>A system's place on a leaderboard.</summary>
/// <param name="Rank">1 for the best; shared by rows that cannot be told apart, and then as many ranks are left out (1, 1, 3).</param>
/// <param name="Record">The record that counts for the system; on a composite board the one of its latency.</param>
/// <param name="SystemName">The system, as <see cref="SystemIdentity"/> names it.</param>
/// <param name="Value">The figure, in the board's unit.</param>
/// <param name="Low">Lower end of its interval; <paramref name="Value"/> when the spread is not known.</param>
/// <param name="High">Upper end of its interval; <paramref name="Value"/> when the spread is not known.</param>
public sealed record LeaderboardRow(int Rank, StoredRecord Record, string SystemName, double Value, double Low, double High);
