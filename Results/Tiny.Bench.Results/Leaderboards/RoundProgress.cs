using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Leaderboards;

/// <summary>The best of a round.</summary>
/// <param name="Task">Task id.</param>
/// <param name="Division">Division; null when the source does not say.</param>
/// <param name="Round">The round: <c>v1.2</c>.</param>
/// <param name="Measure">What was best: latency, energy, accuracy or memory.</param>
/// <param name="Unit">Unit of the value, as <see cref="Leaderboard.Unit"/> lists them.</param>
/// <param name="Value">The best value of the round.</param>
/// <param name="SystemName">The system that has it, as <see cref="SystemIdentity"/> names it.</param>
/// <param name="Record">Its record.</param>
public sealed record RoundProgress(
    string Task, string? Division, string Round, Measure Measure, string Unit, double Value, string SystemName, StoredRecord Record);
