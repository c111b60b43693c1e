using System.Numerics;

namespace Tiny.Bench.Results.Analysis;

public class McNemarTestTests
{
    [Theory]
    [InlineData(9, 1, 22.0 / 1024)]
    [InlineData(0, 6, 2.0 / 64)]
    [InlineData(1, 2, 1.0)]
    [InlineData(0, 0, 1.0)]
    public void Equals_the_binomial_by_hand(int first, int second, double p)
    {
        Assert.Equal(p, McNemarTest.Of(first, second).PValue, 1e-15);
        Assert.Equal(p, McNemarTest.Of(second, first).PValue, 1e-15);
    }

    [Fact]
    public void Equals_the_published_example()
    {
        // Agresti, Categorical Data Analysis: approval of the prime minister, 150 changed one way and 86 the other.
        Assert.Equal(3.716e-5, McNemarTest.Of(150, 86).PValue, 0.0005e-5);
    }

    [Theory]
    [InlineData(50, 50)]
    [InlineData(121, 59)]
    [InlineData(499, 501)]
    [InlineData(1000, 3)]
    public void Equals_the_exact_sum(int first, int second)
    {
        BigInteger sum = 0, term = 1;
        int all = first + second;
        for (int successes = 0; successes <= Math.Min(first, second); successes++)
        {
            sum += term;
            term = term * (all - successes) / (successes + 1);
        }

        double expected = Math.Min(1, Math.Exp(BigInteger.Log(2 * sum) - (all * Math.Log(2))));
        Assert.Equal(1, McNemarTest.Of(first, second).PValue / expected, 1e-9);
    }

    [Fact]
    public void Counts_only_the_inputs_on_which_they_differ()
    {
        McNemarTest test = McNemarTest.Of([true, true, false, false, true], [true, false, false, true, false]);
        Assert.Equal((2, 1), (test.OnlyFirst, test.OnlySecond));
    }

    [Fact]
    public void Stays_a_chance_for_large_counts()
    {
        Assert.InRange(McNemarTest.Of(500_000, 500_000).PValue, 0.999, 1);
        Assert.Equal(0, McNemarTest.Of(int.MaxValue, 0).PValue);
    }

    [Fact]
    public void Refuses_answers_to_different_inputs()
    {
        Assert.Throws<ArgumentException>(() => McNemarTest.Of([true], [true, false]));
        Assert.Throws<ArgumentOutOfRangeException>(() => McNemarTest.Of(-1, 0));
    }
}
