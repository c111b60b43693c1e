namespace Tiny.Bench.Results.Charts;

/// <summary>The points that no other point beats in both figures.</summary>
public static class ParetoFront
{
    /// <summary>Finds the front where less is better horizontally.</summary>
    /// <param name="points">Finite points.</param>
    /// <param name="greaterYIsBetter">Whether more is better vertically.</param>
    /// <returns>The points of the front by growing X; points that are equal in both figures are all on it.</returns>
    public static IReadOnlyList<ChartPoint> Of(IEnumerable<ChartPoint> points, bool greaterYIsBetter)
    {
        double sign = greaterYIsBetter ? -1 : 1;
        ChartPoint[] sorted =
            [.. points.OrderBy(point => point.X).ThenBy(point => sign * point.Y).ThenBy(point => point.Label, StringComparer.Ordinal)];
        var front = new List<ChartPoint>();
        double best = double.PositiveInfinity;
        foreach (ChartPoint point in sorted)
        {
            double cost = sign * point.Y;
            if (cost < best || (cost == best && front[^1].X == point.X))
                front.Add(point);
            best = Math.Min(best, cost);
        }

        return front;
    }
}
