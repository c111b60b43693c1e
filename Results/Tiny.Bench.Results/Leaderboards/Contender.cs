using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Leaderboards;

/// <summary>A record with the system that it speaks of, found once for all boards.</summary>
internal sealed record Contender(StoredRecord Stored, SystemIdentity System, string SystemName)
{
    public static Contender Of(StoredRecord stored)
    {
        SystemIdentity system = SystemIdentity.Of(stored.Record);
        return new Contender(stored, system, system.Name);
    }

    /// <summary>The round; null for a run of ours.</summary>
    public string? Round => Stored.Record.Submission?.Round;
}
