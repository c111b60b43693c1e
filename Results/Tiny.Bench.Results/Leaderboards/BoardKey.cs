using Tiny.Bench.Core.Systems;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Leaderboards;

/// <summary>What all records of a board have in common, whatever it measures.</summary>
internal readonly record struct BoardKey(string Task, string? Division, RunKind Kind)
{
    public static BoardKey Of(RunRecord record) => new(record.Task, record.Division, record.Kind);
}
