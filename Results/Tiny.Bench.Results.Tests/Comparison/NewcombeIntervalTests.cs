namespace Tiny.Bench.Results.Comparison;

public class NewcombeIntervalTests
{
    // Newcombe 1998, table II, method 10, rows a, b and h.
    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(10, 10, 0, 10, 0.6075, 1.0000)]
    public void Gives_the_limits_of_the_paper(int after, int afterTrials, int before, int beforeTrials, double low, double high)
    {
        (double actualLow, double actualHigh) = NewcombeInterval.Of((before, beforeTrials), (after, afterTrials));
        Assert.Equal(low, actualLow, 4);
        Assert.Equal(high, actualHigh, 4);
    }

    [Fact]
    public void Swapping_the_two_turns_the_interval_round()
    {
        (double low, double high) = NewcombeInterval.Of((901, 1000), (880, 1000));
        (double otherLow, double otherHigh) = NewcombeInterval.Of((880, 1000), (901, 1000));
        Assert.Equal((low, high), (-otherHigh, -otherLow));
    }
}
