namespace Tiny.Bench.Results.Analysis;

public class BaselineScoreTests
{
    private static readonly Dictionary<string, double> Reference = new(StringComparer.Ordinal) { ["kws01"] = 181.9, ["vww01"] = 600, ["ad01"] = 10 };

    [Fact]
    public void Is_the_geometric_mean_of_how_many_times_better()
    {
        // Eight times and half: the root of four.
        BaselineScore score = BaselineScore.Of("reference", Reference, new Dictionary<string, double>(StringComparer.Ordinal) { ["vww01"] = 75, ["ad01"] = 20, ["ic01"] = 1 })!;
        Assert.Equal(2, score.Value, 1e-12);
        Assert.Equal("ad01 0.5, vww01 8", string.Join(", ", score.Ratios.Select(ratio => $"{ratio.Key} {ratio.Value}")));
        Assert.Equal("kws01", Assert.Single(score.Missing));
        Assert.Equal("reference", score.Baseline);
    }

    [Fact]
    public void The_baseline_against_itself_is_one() => Assert.Equal(1, BaselineScore.Of("reference", Reference, Reference)!.Value, 1e-12);

    [Fact]
    public void Does_not_exist_without_a_common_task() =>
        Assert.Null(BaselineScore.Of("reference", Reference, new Dictionary<string, double>(StringComparer.Ordinal) { ["ic01"] = 1 }));

    [Fact]
    public void Two_systems_stand_in_the_same_ratio_whatever_the_baseline()
    {
        // The property for which Fleming and Wallace 1986 ask for this mean.
        double[] first = [417, 83, 66, 39449, 772], second = [244, 70, 153, 33527, 368], third = [134, 70, 135, 66000, 369];
        double direct = GeometricMean.Of([.. first.Zip(second, (x, y) => x / y)]);
        double byThird = GeometricMean.Of([.. first.Zip(third, (x, y) => x / y)]) / GeometricMean.Of([.. second.Zip(third, (x, y) => x / y)]);
        Assert.Equal(direct, byThird, 1e-12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Refuses_a_ratio_that_has_no_logarithm(double value) => Assert.Throws<ArgumentException>(() => GeometricMean.Of([1, value]));

    [Fact]
    public void There_is_no_mean_of_nothing() => Assert.Throws<ArgumentException>(() => GeometricMean.Of([]));
}
