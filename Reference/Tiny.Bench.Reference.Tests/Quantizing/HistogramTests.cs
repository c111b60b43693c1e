namespace Tiny.Bench.Reference.Quantizing;

public sealed class HistogramTests
{
    // 20,000 values, of which ten may go at either end; a bin is 0.049 wide and holds 977 of those below 1.
    [Fact]
    public void A_percentile_cuts_off_a_lone_outlier()
    {
        var histogram = new Histogram(new ActivationRange(0, 100));
        histogram.Add([100, .. Enumerable.Range(0, 19_999).Select(index => index / 20_000f)]);

        ActivationRange range = histogram.Percentile(0.999);

        Assert.Equal(0, range.Minimum);
        Assert.InRange(range.Maximum, 1, 1.05f);
    }

    // Ten values in each of 2048 bins of width 1: a tenth are 2048, half of them 1024, and 102 bins hold 1020.
    [Fact]
    public void A_percentile_cuts_half_of_the_rest_from_either_end()
    {
        var histogram = new Histogram(new ActivationRange(0, 2048));
        histogram.Add([.. Enumerable.Range(0, 20_480).Select(index => index / 10f)]);
        Assert.Equal(new ActivationRange(102, 1946), histogram.Percentile(0.9));
    }

    [Fact]
    public void Values_that_fill_their_range_keep_it()
    {
        var histogram = new Histogram(new ActivationRange(-1, 1));
        histogram.Add([.. Enumerable.Range(0, 40_001).Select(index => (index / 20_000f) - 1)]);

        ActivationRange percentile = histogram.Percentile(Histogram.KeptShare), divergence = histogram.LeastDivergence();

        Assert.InRange(percentile.Maximum, 0.99f, 1);
        Assert.Equal(new ActivationRange(-1, 1), divergence);
    }

    // All but the outlier lie below 240: codes up to 1000 would leave them a quarter of the codes.
    [Fact]
    public void The_least_divergence_cuts_off_a_lone_outlier()
    {
        var histogram = new Histogram(new ActivationRange(0, 1000));
        histogram.Add([1000, .. Enumerable.Range(1, 100_000).Select(index => 50 * MathF.Sqrt(-2 * MathF.Log(index / 100_001f)))]);

        ActivationRange range = histogram.LeastDivergence();

        Assert.Equal(0, range.Minimum);
        Assert.InRange(range.Maximum, 200, 600);
    }

    // Three of ten values lie far from the others: they are no outliers, at whichever end.
    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void The_least_divergence_keeps_what_many_values_have(int sign)
    {
        float[] near = [.. Enumerable.Range(1, 70_000).Select(index => sign * index / 700f)];
        float[] far = [.. Enumerable.Range(1, 30_000).Select(index => sign * (990 + (index / 3000f)))];
        var histogram = new Histogram(sign < 0 ? new ActivationRange(-1000, 0) : new ActivationRange(0, 1000));
        histogram.Add(near);
        histogram.Add(far);

        ActivationRange range = histogram.LeastDivergence();
        Assert.InRange(Math.Max(-range.Minimum, range.Maximum), 990, 1000);
    }

    [Fact]
    public void Zeros_do_not_count_for_the_divergence()
    {
        float[] values = [.. Enumerable.Range(1, 50_000).Select(index => 50 * MathF.Sqrt(-2 * MathF.Log(index / 50_001f)))];
        Histogram without = new(new ActivationRange(0, 400)), with = new(new ActivationRange(0, 400));
        without.Add(values);
        with.Add(values);
        with.Add(new float[1_000_000]);

        Assert.Equal(without.LeastDivergence(), with.LeastDivergence());
    }

    [Fact]
    public void A_single_value_keeps_its_range()
    {
        var histogram = new Histogram(new ActivationRange(3, 3));
        histogram.Add([3, 3]);
        Assert.Equal(new ActivationRange(3, 3), histogram.LeastDivergence());
        Assert.Equal(new ActivationRange(3, 3), histogram.Percentile(Histogram.KeptShare));
    }
}
