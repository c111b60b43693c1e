namespace Tiny.Bench.Results.Leaderboards;

/// <summary>A record that may be ranked, with its figure.</summary>
internal sealed record Standing(Contender Contender, Figure Figure);
