namespace Tiny.Bench.Results.Leaderboards;

/// <summary>Ranks that make no more difference than the intervals do.</summary>
/// <remarks>
/// Two figures belong to one group when their intervals touch, or when a chain of touching intervals joins them. So the groups lie apart
/// from each other and have an order. All of a group share the rank 1 + the number of figures in better groups: standard competition
/// ranking (1, 1, 3). A chain may join two figures whose own intervals do not touch; that is the price of ranks which do not contradict
/// each other, and no figure shares a rank with one that no chain reaches.
/// </remarks>
internal static class OverlapRanks
{
    /// <summary>The rank of each figure, best 1; by position in <paramref name="figures"/>, which may have any order.</summary>
    public static int[] Of(IReadOnlyList<Figure> figures, bool lowerIsBetter, BoardOrder order)
    {
        int[] byBestEnd = [.. Enumerable.Range(0, figures.Count)];
        Array.Sort(byBestEnd, (first, second) => order.ByValue(BestEnd(figures[first]), BestEnd(figures[second]), lowerIsBetter));

        int[] ranks = new int[figures.Count];
        int rank = 0;
        double reach = 0;
        for (int place = 0; place < byBestEnd.Length; place++)
        {
            Figure figure = figures[byBestEnd[place]];
            bool joins = place > 0 && order.ByValue(BestEnd(figure), reach, lowerIsBetter) <= 0;
            if (!joins)
                rank = place + 1;
            reach = joins && order.ByValue(WorstEnd(figure), reach, lowerIsBetter) < 0 ? reach : WorstEnd(figure);
            ranks[byBestEnd[place]] = rank;
        }

        return ranks;

        double BestEnd(Figure figure) => lowerIsBetter ? figure.Low : figure.High;
        double WorstEnd(Figure figure) => lowerIsBetter ? figure.High : figure.Low;
    }
}
