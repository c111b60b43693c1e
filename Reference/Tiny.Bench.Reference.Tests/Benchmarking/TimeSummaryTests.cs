namespace Tiny.Bench.Reference.Benchmarking;

public sealed class TimeSummaryTests
{
    [Fact]
    public void Orders_before_it_counts()
    {
        var summary = TimeSummary.Of([50, 10, 40, 20, 30]);
        Assert.Equal(new TimeSummary(Median: 30, Best: 10, LowerQuartile: 20, UpperQuartile: 40, Count: 5), summary);
    }

    [Fact]
    public void Lies_between_neighbours_as_their_distance_says() =>
        // Places 0.75, 1.5 and 2.25 of 0 to 3.
        Assert.Equal(new TimeSummary(Median: 3, Best: 1, LowerQuartile: 1.75, UpperQuartile: 5, Count: 4), TimeSummary.Of([1, 2, 4, 8]));

    [Fact]
    public void Refuses_to_sum_up_nothing() => Assert.Throws<ArgumentException>(() => TimeSummary.Of([]));
}
