namespace Tiny.Bench.Results.Analysis;

public class BootstrapIntervalTests
{
    // Counts whose probabilities lie far enough from 2.5 % for 30,000 draws.
    // Their median is at most the k-th smallest of n (odd) when more than half of n draws are: a binomial sum, exact.
    [Theory]
    [InlineData(5)]
    [InlineData(9)]
    [InlineData(17)]
    [InlineData(31)]
    public void Equals_the_exact_distribution_of_the_median(int count)
    {
        double[] values = [.. Enumerable.Range(1, count).Select(value => (double)value)];
        int low = Enumerable.Range(1, count).First(k => AtMost(k, count) > 0.025);
        int high = Enumerable.Range(1, count).First(k => AtMost(k, count) > 0.975);
        Assert.Equal(new BootstrapInterval(low, high), BootstrapInterval.OfMedian(values, seed: 3, resamples: 30_000));
    }

    [Fact]
    public void Is_the_whole_range_of_five_windows() =>
        Assert.Equal(new BootstrapInterval(1.5, 9), BootstrapInterval.OfMedian([3, 2, 9, 1.5, 4]));

    [Fact]
    public void The_order_of_the_windows_does_not_matter()
    {
        double[] values = [.. Enumerable.Range(0, 40).Select(index => Math.Sqrt(index * 7919 % 101))];
        Assert.Equal(BootstrapInterval.OfMedian(values), BootstrapInterval.OfMedian([.. values.Reverse()]));
    }

    [Fact]
    public void The_generator_is_the_published_one()
    {
        // First outputs of SplitMix64 for seed 1234567, as in its authors' test vectors.
        var random = new SplitMix(1234567);
        Assert.Equal((6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL), (random.Next(), random.Next(), random.Next()));
    }

    [Fact]
    public void One_window_has_no_spread() => Assert.Equal(new BootstrapInterval(7, 7), BootstrapInterval.OfMedian([7]));

    [Fact]
    public void Is_narrower_for_less_confidence()
    {
        double[] values = [.. Enumerable.Range(1, 31).Select(value => (double)value)];
        BootstrapInterval wide = BootstrapInterval.OfMedian(values), narrow = BootstrapInterval.OfMedian(values, confidence: 0.5);
        Assert.True(narrow.Low > wide.Low && narrow.High < wide.High);
    }

    [Theory]
    [InlineData(1, 2, 2, 3, true)]
    [InlineData(1, 2, 2.5, 3, false)]
    [InlineData(1, 9, 4, 5, true)]
    public void Intervals_that_share_a_value_overlap(double low, double high, double otherLow, double otherHigh, bool overlap)
    {
        Assert.Equal(overlap, new BootstrapInterval(low, high).Overlaps(new BootstrapInterval(otherLow, otherHigh)));
        Assert.Equal(overlap, new BootstrapInterval(otherLow, otherHigh).Overlaps(new BootstrapInterval(low, high)));
    }

    [Fact]
    public void Refuses_what_has_no_median()
    {
        Assert.Throws<ArgumentException>(() => BootstrapInterval.OfMedian([]));
        Assert.Throws<ArgumentException>(() => BootstrapInterval.OfMedian([1, double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => BootstrapInterval.OfMedian([1], resamples: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => BootstrapInterval.OfMedian([1], confidence: 1));
    }

    private static double AtMost(int k, int count)
    {
        double share = (double)k / count, sum = 0, choose = 1;
        for (int hits = 0; hits <= count; hits++)
        {
            if (hits > count / 2)
                sum += choose * Math.Pow(share, hits) * Math.Pow(1 - share, count - hits);
            choose = choose * (count - hits) / (hits + 1);
        }

        return sum;
    }
}
