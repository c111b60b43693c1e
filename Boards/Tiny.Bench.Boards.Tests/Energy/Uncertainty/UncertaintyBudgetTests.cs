namespace Tiny.Bench.Boards.Energy.Uncertainty;

public class UncertaintyBudgetTests
{
    [Theory]
    [InlineData(1430.6681, 3.1, "1430.7 +- 6.2 uJ (k=2)")]
    [InlineData(1430.6681, 0.0498, "1430.67 +- 0.10 uJ (k=2)")]
    [InlineData(1430.6681, 0.00001, "1430.668100 +- 0.000020 uJ (k=2)")]
    [InlineData(1430.6681, 61.5, "1430 +- 120 uJ (k=2)")]
    [InlineData(1435.6681, 499.9, "1400 +- 1000 uJ (k=2)")]
    [InlineData(5, 4.97, "5.0 +- 9.9 uJ (k=2)")]
    [InlineData(0.000004, 0.000001, "0.0000040 +- 0.0000020 uJ (k=2)")]
    public void Prints_two_digits_of_the_uncertainty_and_the_value_to_the_same_place(double value, double standard, string expected) =>
        Assert.Equal(expected, new UncertaintyBudget(value, [UncertaintyComponent.Spread("all", standard, "")]).ToString("uJ"));

    [Fact]
    public void Names_the_factor_where_it_is_not_two() =>
        Assert.Equal("100.0 +- 9.5 uJ (k=1.65)", new UncertaintyBudget(100, [UncertaintyComponent.Within("gain", 10, "")]).ToString("uJ"));

    [Fact]
    public void Adds_in_quadrature()
    {
        var budget = new UncertaintyBudget(10, [UncertaintyComponent.Spread("a", 3, ""), UncertaintyComponent.Spread("b", 4, "")]);
        Assert.Equal(5, budget.StandardUncertainty, 1e-12);
        Assert.Equal(20, budget.High, 0.05);
    }

    [Fact]
    public void Refuses_a_limit_that_is_none() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => UncertaintyComponent.Within("gain", double.NaN, ""));
}
