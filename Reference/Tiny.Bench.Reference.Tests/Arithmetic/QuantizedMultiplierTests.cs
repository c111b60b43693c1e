namespace Tiny.Bench.Reference.Arithmetic;

public sealed class QuantizedMultiplierTests
{
    private const int Half = 1 << 30;

    [Theory]
    [InlineData(0.0, 0, 0)]
    [InlineData(0.5, Half, 0)]
    [InlineData(1.0, Half, 1)]
    [InlineData(0.25, Half, -1)]
    [InlineData(0.75, Half + (Half / 2), 0)]
    [InlineData(3.0, Half + (Half / 2), 2)]
    [InlineData(1048576.0, Half, 21)]
    public void The_mantissa_lies_between_a_half_and_one(double real, int multiplier, int shift) =>
        Assert.Equal(new QuantizedMultiplier(multiplier, shift), QuantizedMultiplier.FromReal(real));

    [Fact]
    public void A_tie_of_the_mantissa_goes_away_from_zero()
    {
        // (2^30 + 1/2) * 2^-31, and both neighbours.
        double tie = 0.5 + Math.ScaleB(1, -32);

        Assert.Equal(new QuantizedMultiplier(Half + 1, 0), QuantizedMultiplier.FromReal(tie));
        Assert.Equal(new QuantizedMultiplier(Half, 0), QuantizedMultiplier.FromReal(Math.BitDecrement(tie)));
    }

    [Fact]
    public void A_mantissa_that_rounds_to_one_moves_the_shift()
    {
        Assert.Equal(new QuantizedMultiplier(Half, 1), QuantizedMultiplier.FromReal(Math.BitDecrement(1.0)));
        Assert.Equal(new QuantizedMultiplier(int.MaxValue, 0), QuantizedMultiplier.FromReal(1 - Math.ScaleB(1, -31)));
    }

    [Fact]
    public void Factors_under_2_to_the_minus_32_become_zero()
    {
        Assert.Equal(new QuantizedMultiplier(Half, -31), QuantizedMultiplier.FromReal(Math.ScaleB(1, -32)));
        Assert.Equal(new QuantizedMultiplier(Half, -31), QuantizedMultiplier.FromReal(Math.BitDecrement(Math.ScaleB(1, -32))));
        Assert.Equal(default, QuantizedMultiplier.FromReal(Math.ScaleB(1 - Math.ScaleB(1, -31), -32)));
        Assert.Equal(default, QuantizedMultiplier.FromReal(double.Epsilon));
    }

    [Theory]
    [InlineData(-0.5)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Refuses_what_is_no_factor(double real) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => QuantizedMultiplier.FromReal(real));

    [Theory]
    [InlineData(1.0, 0.5, 1)]
    [InlineData(0.3, 0.6, -1)]
    [InlineData(48.0, 0.75, 6)]
    public void Splits_as_frexp_does(double value, double fraction, int exponent) =>
        Assert.Equal((fraction, exponent), QuantizedMultiplier.FractionAndExponent(value));

    [Fact]
    public void Splits_the_smallest_double() =>
        Assert.Equal((0.5, -1073), QuantizedMultiplier.FractionAndExponent(double.Epsilon));
}
