namespace Tiny.Bench.Core.Metrics;

public class PartialAucTests
{
    [Fact]
    public void Is_one_for_a_perfect_ranking() =>
        Assert.Equal(1.0, PartialAuc.Of([1, 2, 3, 4], [false, false, true, true], 0.1)!.Value, 1e-15);

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.37)]
    public void Is_one_half_when_all_scores_are_equal(double maximum)
    {
        // The curve is the diagonal: its area up to m is m * m / 2, the least that the standard form maps to one half.
        Assert.Equal(0.5, PartialAuc.Of([1, 1, 1, 1], [false, true, true, false], maximum)!.Value, 1e-15);
    }

    [Fact]
    public void Interpolates_where_the_limit_falls_inside_a_piece()
    {
        // Highest first: positive; then a tie of one positive and one negative; then a negative. Points (0,1/2), (1/2,1), (1,1).
        // Up to 1/4 the curve rises from 1/2 to 3/4: area 1/4 * 5/8 = 5/32; least 1/32, most 8/32; (1 + 4/7) / 2 = 11/14.
        Assert.Equal(11.0 / 14, PartialAuc.Of([3, 2, 2, 1], [true, true, false, false], 0.25)!.Value, 1e-15);
    }

    [Fact]
    public void Is_the_whole_area_when_the_limit_is_one()
    {
        double[] scores = [0.1, 0.4, 0.35, 0.8];
        Assert.Equal(0.75, PartialAuc.Of(scores, [false, false, true, true], 1)!.Value, 1e-15);
    }

    [Fact]
    public void Is_below_one_half_for_a_ranking_worse_than_chance()
    {
        // No positive before the limit: area 0, so (1 - 0.005 / 0.095) / 2.
        Assert.Equal(0.5 * (1 - (0.005 / 0.095)), PartialAuc.Of([2, 1], [false, true], 0.1)!.Value, 1e-15);
    }

    [Fact]
    public void Does_not_exist_for_one_class_alone() => Assert.Null(PartialAuc.Of([1, 2], [true, true], 0.1));

    [Theory]
    [InlineData(0)]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Refuses_a_limit_that_is_no_rate(double maximum) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PartialAuc.Of([1, 2], [true, false], maximum));

    [SkippableTheory]
    [InlineData("01")]
    [InlineData("02")]
    [InlineData("03")]
    [InlineData("04")]
    public void Equals_the_published_figure(string machine)
    {
        ToyCarScores scores = ToyCarScores.Read(machine);
        double? area = PartialAuc.Of(scores.Scores, scores.Anomalies, 0.1);
        Assert.NotNull(area);
        Assert.Equal(scores.PublishedPartialAuc, area.Value, 1e-12);
    }
}
