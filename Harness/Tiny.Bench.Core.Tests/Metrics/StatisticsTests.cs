namespace Tiny.Bench.Core.Metrics;

public class StatisticsTests
{
    [Fact]
    public void Median_of_an_odd_count_is_the_middle_value() => Assert.Equal(3, Statistics.Median([9, 1, 3, 100, 2]));

    [Fact]
    public void Median_of_an_even_count_is_the_mean_of_the_two_middle_values() => Assert.Equal(2.5, Statistics.Median([4, 1, 3, 2]));

    [Fact]
    public void Median_of_one_value_is_that_value() => Assert.Equal(7, Statistics.Median([7]));

    [Fact]
    public void Median_of_huge_values_does_not_overflow() =>
        Assert.Equal(double.MaxValue, Statistics.Median([double.MaxValue, double.MaxValue]));

    [Fact]
    public void Median_refuses_nothing_and_what_is_not_a_number()
    {
        Assert.Throws<ArgumentException>(() => Statistics.Median([]));
        Assert.Throws<ArgumentException>(() => Statistics.Median([1, double.NaN]));
    }
}
