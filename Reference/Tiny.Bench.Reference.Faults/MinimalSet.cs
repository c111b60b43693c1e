namespace Tiny.Bench.Reference.Faults;

/// <summary>A small set of cases that still finds every fault which all of them find.</summary>
public static class MinimalSet
{
    /// <summary>Greedily: always the case that finds most of the faults that are left; of equals the first by id.</summary>
    /// <returns>Ids with the number of faults that each adds, most first. At most ln(n) + 1 times as many as would do.</returns>
    /// <remarks>Source of the bound: Chvatal, "A Greedy Heuristic for the Set-Covering Problem", 1979.</remarks>
    public static IReadOnlyList<(string Id, int Adds)> Of(IReadOnlyList<KilledFault> faults)
    {
        var left = faults.Where(fault => fault.Killers.Count > 0).ToList();
        var chosen = new List<(string Id, int Adds)>();
        while (left.Count > 0)
        {
            var best = left.SelectMany(fault => fault.Killers)
                .GroupBy(id => id, StringComparer.Ordinal)
                .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
                .First();
            chosen.Add((best.Key, best.Count()));
            left.RemoveAll(fault => fault.Killers.Contains(best.Key, StringComparer.Ordinal));
        }

        return chosen;
    }
}
