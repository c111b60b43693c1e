using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Leaderboards;

/// <summary>Ranks records: one leaderboard a task, division, kind and measure that any record has a figure for.</summary>
/// <remarks>
/// A system has one row: its newest round that may be compared, and in it the best record. The figure is followed by an interval: latency
/// and energy between the extremes of their windows, top-1 by Wilson where the record counts its samples. Rows whose intervals touch share
/// a rank. Simulated records have no latency board: an emulator's time is not called latency.
/// </remarks>
public static class LeaderboardBuilder
{
    /// <summary>Builds every leaderboard. Same records in any order, same boards: by task, division (runs of ours first), kind, measure.</summary>
    /// <param name="records">Records with names of their own.</param>
    public static IReadOnlyList<Leaderboard> Build(IReadOnlyList<StoredRecord> records) => Build(records, BoardOrder.Default);

    internal static IReadOnlyList<Leaderboard> Build(IReadOnlyList<StoredRecord> records, BoardOrder order) =>
    [
        .. records.Select(Contender.Of)
            .GroupBy(contender => BoardKey.Of(contender.Stored.Record))
            .OrderBy(group => group.Key.Task, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Division, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Kind)
            .SelectMany(group => Build(group.Key, [.. group], order)),
    ];

    private static IEnumerable<Leaderboard> Build(BoardKey key, IReadOnlyList<Contender> contenders, BoardOrder order)
    {
        List<ComparableSet> sets = [.. FigureSource.All(key.Task, key.Kind, [.. contenders.Select(contender => contender.Stored.Record)])
            .Select(source => ComparableSet.Of(contenders, source))
            .OfType<ComparableSet>()];
        List<BoardDraft> drafts = [.. sets.Select(set => BoardDraft.Of(key, set))];
        if (Find(Measure.Latency) is { } latencies && Find(Measure.Energy) is { } energies && Find(Measure.Accuracy) is { } qualities
            && CompositeBoard.Draft(key, latencies, energies, qualities, order) is { } composite)
        {
            drafts.Add(composite);
        }

        return drafts.Select(draft => draft.Finish(order));

        ComparableSet? Find(Measure measure) => sets.Find(set => set.Source.Measure == measure);
    }
}
