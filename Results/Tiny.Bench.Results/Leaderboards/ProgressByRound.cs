using Tiny.Bench.Core.Systems;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Leaderboards;

/// <summary>History: the best of every round, round by round.</summary>
public static class ProgressByRound
{
    /// <summary>
    /// The best published value of each task, division, measure and round, in that order, rounds by age. Only what a leaderboard of all
    /// rounds together would compare takes part, so that two rounds of one line may be held against each other.
    /// </summary>
    public static IReadOnlyList<RoundProgress> Of(IReadOnlyList<StoredRecord> records) =>
    [
        .. records.Where(stored => stored.Record is { Kind: RunKind.Published, Submission: not null })
            .Select(Contender.Of)
            .GroupBy(contender => BoardKey.Of(contender.Stored.Record))
            .OrderBy(group => group.Key.Task, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Division, StringComparer.Ordinal)
            .SelectMany(group => Of(group.Key, [.. group])),
    ];

    private static IEnumerable<RoundProgress> Of(BoardKey key, IReadOnlyList<Contender> contenders) =>
        FigureSource.All(key.Task, key.Kind, [.. contenders.Select(contender => contender.Stored.Record)])
            .Select(source => ComparableSet.Of(contenders, source))
            .OfType<ComparableSet>()
            .SelectMany(set => Of(key, set));

    private static IEnumerable<RoundProgress> Of(BoardKey key, ComparableSet set)
    {
        var best = Comparer<Standing>.Create(BoardOrder.Default.ByFigure(set.Source.LowerIsBetter));
        return set.Members
            .GroupBy(standing => standing.Contender.Round!, StringComparer.Ordinal)
            .OrderBy(round => round.Key, RoundOrder.Instance)
            .Select(round => (Round: round.Key, Best: round.Min(best)!))
            .Select(round => new RoundProgress(
                key.Task, key.Division, round.Round, set.Source.Measure, set.Source.Unit,
                round.Best.Figure.Value, round.Best.Contender.SystemName, round.Best.Contender.Stored));
    }
}
