namespace Tiny.Bench.Results.Charts;

public class ParetoFrontTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Holds_exactly_the_points_that_no_other_beats(bool greaterYIsBetter)
    {
        var random = new Random(3);
        for (int round = 0; round < 200; round++)
        {
            ChartPoint[] points = [.. Enumerable.Range(0, random.Next(30)).Select(index => new ChartPoint($"{index}", random.Next(8), random.Next(8)))];
            IEnumerable<ChartPoint> expected = points.Where(point => !Array.Exists(points, other => Beats(other, point, greaterYIsBetter)));
            IReadOnlyList<ChartPoint> front = ParetoFront.Of(points, greaterYIsBetter);
            Assert.Equal(expected.OrderBy(point => point.Label, StringComparer.Ordinal), front.OrderBy(point => point.Label, StringComparer.Ordinal));
            Assert.Equal(front.OrderBy(point => point.X), front);
        }
    }

    // Better in one figure and not worse in the other.
    private static bool Beats(ChartPoint other, ChartPoint point, bool greaterYIsBetter)
    {
        double sign = greaterYIsBetter ? -1 : 1;
        return other.X <= point.X && sign * other.Y <= sign * point.Y && (other.X < point.X || sign * other.Y < sign * point.Y);
    }
}
