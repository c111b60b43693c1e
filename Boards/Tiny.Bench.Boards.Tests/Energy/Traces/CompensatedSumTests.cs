namespace Tiny.Bench.Boards.Energy.Traces;

public class CompensatedSumTests
{
    [Fact]
    public void Keeps_what_a_plain_sum_drops()
    {
        // 1e16 + 1 is 1e16 in doubles: a plain sum of these is 0.
        CompensatedSum sum = default;
        foreach (double term in (double[])[1, 1e16, 1, -1e16])
            sum.Add(term);
        Assert.Equal(2, sum.Value);
    }

    [Fact]
    public void Ten_million_tenths_are_a_million_to_the_last_bit()
    {
        CompensatedSum sum = default;
        for (int count = 0; count < 10_000_000; count++)
            sum.Add(0.1);

        // The double next to 0.1 is 0.1 + 5.55e-18; ten million of them are 1e6 + 5.55e-11, and the doubles beside 1e6 are 1.2e-10 apart.
        Assert.Equal(1_000_000, sum.Value);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Is_not_finite_once_a_term_is_not(double term)
    {
        CompensatedSum sum = default;
        sum.Add(1);
        sum.Add(term);
        sum.Add(1);
        Assert.False(double.IsFinite(sum.Value));
    }
}
