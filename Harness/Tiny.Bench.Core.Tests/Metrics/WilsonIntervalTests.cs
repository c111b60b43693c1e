namespace Tiny.Bench.Core.Metrics;

public class WilsonIntervalTests
{
    // Newcombe 1998, Statistics in Medicine 17, table I, method 3 (score, no continuity correction): four printed decimals.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Equals_the_published_table(int successes, int trials, double low, double high)
    {
        var interval = WilsonInterval.Of(successes, trials);
        Assert.Equal(low, interval.Low, 0.00005);
        Assert.Equal(high, interval.High, 0.00005);
    }

    [Fact]
    public void Is_the_set_of_proportions_within_z_standard_errors()
    {
        // The definition: both limits L solve |p - L| = z * sqrt(L (1 - L) / n).
        var interval = WilsonInterval.Of(901, 1000);
        foreach (double limit in new[] { interval.Low, interval.High })
            Assert.Equal(1.959963984540054 * Math.Sqrt(limit * (1 - limit) / 1000), Math.Abs(0.901 - limit), 1e-12);
    }

    [Fact]
    public void Stays_inside_zero_and_one()
    {
        Assert.Equal(0, WilsonInterval.Of(0, 7).Low);
        Assert.Equal(1, WilsonInterval.Of(7, 7).High);
    }

    [Fact]
    public void Is_wider_for_a_larger_quantile() =>
        Assert.True(WilsonInterval.Of(5, 10, 2.5758).High > WilsonInterval.Of(5, 10).High);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 5)]
    [InlineData(6, 5)]
    public void Refuses_counts_that_are_no_proportion(int successes, int trials) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WilsonInterval.Of(successes, trials));
}
