namespace Tiny.Bench.Reference.Arithmetic;

public sealed class FixedPointFunctionsTests
{
    private const double Q31 = 2147483648.0;

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(5)]
    public void Exp_is_as_near_the_real_one_as_its_polynomial(int integerBits)
    {
        // The first missing term of the series is at most (1/8)^5 / 5! = 2.55e-7 of the result.
        double unit = Math.Pow(2, integerBits - 31);
        for (long a = 0; a >= int.MinValue; a -= 98765)
        {
            double real = Math.Exp(a * unit);
            Assert.InRange((FixedPointFunctions.ExpOnNegativeValues((int)a, integerBits) / Q31) - real, -2.6e-7, 2.6e-7);
        }
    }

    [Fact]
    public void Exp_of_zero_is_the_largest_number_below_one() =>
        Assert.Equal(int.MaxValue, FixedPointFunctions.ExpOnNegativeValues(0, 5));

    [Theory]
    [InlineData(-(1 << 24), 1672461947)]
    [InlineData(-(1 << 25), 1302514674)]
    [InlineData(-(1 << 26), 790015084)]
    [InlineData(-(1 << 27), 290630308)]
    [InlineData(-(1 << 28), 39332535)]
    public void Exp_at_a_power_of_two_is_its_constant_times_exp_of_the_last_quarter(int a, int expected) =>
        Assert.InRange(FixedPointFunctions.ExpOnNegativeValues(a, 5) - expected, 0, 512);

    [Fact]
    public void The_reciprocal_is_within_2_to_the_minus_28_of_the_real_one()
    {
        for (long u = 0; u <= int.MaxValue; u += 54321)
        {
            double real = 1 / (1 + (u / Q31));
            Assert.InRange((FixedPointFunctions.ReciprocalOnePlus((int)u) / Q31) - real, -4e-9, 4e-9);
        }
    }

    [Fact]
    public void The_reciprocal_of_one_saturates_below_one() =>
        Assert.InRange(FixedPointFunctions.ReciprocalOnePlus(0), int.MaxValue - 8, int.MaxValue);

    [Fact]
    public void The_hyperbolic_tangent_is_as_near_the_real_one_as_the_exponential()
    {
        // (1 - e) / (1 + e) falls at most twice as fast as e rises.
        double unit = Math.Pow(2, -27);
        for (long a = -1; a >= -(15L << 27); a -= 98765)
            Assert.InRange((FixedPointFunctions.TanhOfMagnitude((int)a) / Q31) - Math.Tanh(-a * unit), -5.2e-7, 5.2e-7);
    }
}
