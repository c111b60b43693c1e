namespace Tiny.Bench.Results.Leaderboards;

/// <summary>Chooses the one record that counts for each system: of its newest comparable round the best figure.</summary>
internal static class CurrentStandings
{
    /// <summary>Splits comparable records into what counts and what is superseded, by whom.</summary>
    public static (List<Standing> Current, List<LeaderboardAside> Superseded) Of(
        IReadOnlyList<Standing> comparable, bool lowerIsBetter, BoardOrder order)
    {
        Comparison<Standing> byFigure = order.ByFigure(lowerIsBetter);
        var current = new Dictionary<SystemIdentity, Standing>();
        foreach (Standing standing in comparable)
        {
            SystemIdentity system = standing.Contender.System;
            if (!current.TryGetValue(system, out Standing? best) || Compare(standing, best) < 0)
                current[system] = standing;
        }

        List<LeaderboardAside> superseded = [.. comparable
            .Select(standing => (standing, By: current[standing.Contender.System]))
            .Where(pair => !ReferenceEquals(pair.standing, pair.By))
            .Select(pair => Aside(pair.standing, pair.By))];
        return ([.. current.Values], superseded);

        int Compare(Standing first, Standing second) =>
            RoundOrder.Instance.Compare(second.Contender.Round, first.Contender.Round) is var byRound and not 0 ? byRound : byFigure(first, second);
    }

    private static LeaderboardAside Aside(Standing standing, Standing by) => new(
        standing.Contender.Stored,
        standing.Contender.SystemName,
        standing.Figure.Value,
        standing.Contender.Round == by.Contender.Round
            ? $"It is superseded by {by.Contender.Stored.Name}, the best record of this system{(by.Contender.Round is { } round ? $" in round {round}" : "")}."
            : $"It is superseded by round {by.Contender.Round} of this system.");
}
