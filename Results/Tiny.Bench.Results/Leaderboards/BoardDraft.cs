namespace Tiny.Bench.Results.Leaderboards;

/// <summary>A board before it is in order.</summary>
internal sealed record BoardDraft
{
    public required BoardKey Key { get; init; }

    public required Measure Measure { get; init; }

    public required string Title { get; init; }

    public required string Unit { get; init; }

    public required bool LowerIsBetter { get; init; }

    /// <summary>Records that may be compared; of each system one will count.</summary>
    public required IReadOnlyList<Standing> Comparable { get; init; }

    /// <summary>Records that may not.</summary>
    public required IReadOnlyList<LeaderboardAside> Apart { get; init; }

    public static BoardDraft Of(BoardKey key, ComparableSet set) => new()
    {
        Key = key,
        Measure = set.Source.Measure,
        Title = set.Title,
        Unit = set.Source.Unit,
        LowerIsBetter = set.Source.LowerIsBetter,
        Comparable = set.Members,
        Apart = set.Apart,
    };

    /// <summary>Chooses a record for each system, ranks, and sorts.</summary>
    public Leaderboard Finish(BoardOrder order)
    {
        (List<Standing> current, List<LeaderboardAside> superseded) = CurrentStandings.Of(Comparable, LowerIsBetter, order);
        current.Sort(order.ByFigure(LowerIsBetter));
        int[] ranks = OverlapRanks.Of([.. current.Select(standing => standing.Figure)], LowerIsBetter, order);
        List<LeaderboardAside> apart = [.. Apart, .. superseded];
        apart.Sort(order.ByName);
        return new Leaderboard
        {
            Task = Key.Task,
            Division = Key.Division,
            Kind = Key.Kind,
            Measure = Measure,
            Title = Title,
            Unit = Unit,
            LowerIsBetter = LowerIsBetter,
            Rows = [.. current.Zip(ranks, Row).OrderBy(row => row.Rank)],
            Apart = apart,
        };
    }

    private static LeaderboardRow Row(Standing standing, int rank) =>
        new(rank, standing.Contender.Stored, standing.Contender.SystemName, standing.Figure.Value, standing.Figure.Low, standing.Figure.High);
}
