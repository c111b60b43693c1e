namespace Tiny.Bench.Results.Leaderboards;

/// <summary>Joins latency, energy and quality of one system in one round into a score, as <see cref="CompositeWeights"/> says.</summary>
/// <remarks>A round is one submission: the latency of one round and the energy of another may be those of two programs.</remarks>
internal static class CompositeBoard
{
    /// <summary>Drafts the board; null when the task has no target or no system has all that it takes.</summary>
    public static BoardDraft? Draft(BoardKey key, ComparableSet latencies, ComparableSet energies, ComparableSet qualities, BoardOrder order)
    {
        if (QualityTarget.Of(key.Task) is not { } target)
            return null;
        Dictionary<Entry, Standing> energyOf = BestOf(energies, order), qualityOf = BestOf(qualities, order);
        var parts = new List<Parts>();
        var apart = new List<LeaderboardAside>();
        foreach ((Entry entry, Standing latency) in BestOf(latencies, order))
        {
            if (!energyOf.TryGetValue(entry, out Standing? energy))
                SetApart(latency, "It has no energy that may be compared.");
            else if (!qualityOf.TryGetValue(entry, out Standing? quality))
                SetApart(latency, "It has no accuracy that may be compared, so the target cannot be judged.");
            else if (target.Miss(quality.Contender.Stored.Record, quality.Figure.Value) is { } miss)
                SetApart(latency, miss);
            else
                parts.Add(new Parts(latency, energy));
        }

        if (parts.Count == 0)
            return null;
        Parts baseline = Baseline(parts, order);
        return new BoardDraft
        {
            Key = key,
            Measure = Measure.Composite,
            Title = $"Latency and energy, equal weights, against {NameOf(baseline.Latency.Contender)}",
            Unit = "x",
            LowerIsBetter = false,
            Comparable = [.. parts.Select(part => part.Score(baseline))],
            Apart = apart,
        };

        void SetApart(Standing latency, string fact) =>
            apart.Add(new LeaderboardAside(latency.Contender.Stored, latency.Contender.SystemName, null, fact));
    }

    private static Dictionary<Entry, Standing> BestOf(ComparableSet set, BoardOrder order)
    {
        Comparison<Standing> byFigure = order.ByFigure(set.Source.LowerIsBetter);
        var best = new Dictionary<Entry, Standing>();
        foreach (Standing standing in set.Members)
        {
            var entry = new Entry(standing.Contender.System, standing.Contender.Round);
            if (!best.TryGetValue(entry, out Standing? other) || byFigure(standing, other) < 0)
                best[entry] = standing;
        }

        return best;
    }

    // The oldest round of the reference, so that a new round does not move every score.
    private static Parts Baseline(List<Parts> parts, BoardOrder order)
    {
        Comparison<Standing> slowest = order.ByFigure(lowerIsBetter: false);
        return parts.Where(part => part.Latency.Contender.System.Submitter == CompositeWeights.BaselineSubmitter)
            .Order(Comparer<Parts>.Create((first, second) => Older(first.Latency, second.Latency)))
            .FirstOrDefault() ?? parts.Min(Comparer<Parts>.Create((first, second) => slowest(first.Latency, second.Latency)))!;

        int Older(Standing first, Standing second) =>
            RoundOrder.Instance.Compare(first.Contender.Round, second.Contender.Round) is var byRound and not 0 ? byRound : slowest(first, second);
    }

    private static string NameOf(Contender baseline) => baseline.Round is { } round ? $"{baseline.SystemName} of {round}" : baseline.SystemName;

    private readonly record struct Entry(SystemIdentity System, string? Round);

    private sealed record Parts(Standing Latency, Standing Energy)
    {
        /// <summary>The score; the ends of its interval are those of both figures at once.</summary>
        public Standing Score(Parts baseline)
        {
            double latency = baseline.Latency.Figure.Value, energy = baseline.Energy.Figure.Value;
            return Latency with
            {
                Figure = new Figure(
                    CompositeWeights.Score(Latency.Figure.Value, Energy.Figure.Value, latency, energy),
                    CompositeWeights.Score(Latency.Figure.High, Energy.Figure.High, latency, energy),
                    CompositeWeights.Score(Latency.Figure.Low, Energy.Figure.Low, latency, energy)),
            };
        }
    }
}
