using System.Numerics;

namespace Tiny.Bench.Reference.Arithmetic;

public sealed class DoubleRoundingTests
{
    private const int Half = 1 << 30;

    [Theory]
    [InlineData(3, 0, 2)] // 1.5: the high multiply sends it up
    [InlineData(-3, 0, -1)]
    [InlineData(6, -1, 2)] // 1.5: the division sends it away from zero
    [InlineData(-6, -1, -2)]
    [InlineData(5, -1, 2)] // 1.25 rounds to 3 halves first, then to 2: two roundings
    [InlineData(-5, -1, -1)] // -1.25: -2.5 goes up to -2, then exactly -1
    [InlineData(7, 1, 7)]
    public void Rounds_up_then_away_from_zero(int x, int shift, int expected) =>
        Assert.Equal(expected, DoubleRounding.Requantize(x, new QuantizedMultiplier(Half, shift)));

    [Theory]
    [InlineData(1 << 30, 2, 0)] // 2^32 leaves nothing
    [InlineData((1 << 30) + 1, 2, 2)] // 2^32 + 4 is 4
    [InlineData(1 << 29, 2, -(1 << 30))] // 2^31 is int.MinValue
    [InlineData(3, 30, -(1 << 29))] // 3 * 2^30 is -2^30
    public void The_left_shift_wraps(int x, int shift, int expected) =>
        Assert.Equal(expected, DoubleRounding.Requantize(x, new QuantizedMultiplier(Half, shift)));

    [Theory]
    [InlineData(int.MinValue, int.MaxValue, 0, -int.MaxValue)]
    [InlineData(int.MinValue, int.MaxValue, -31, -1)]
    [InlineData(int.MaxValue, int.MaxValue, -31, 1)]
    [InlineData(int.MaxValue, 0, 0, 0)]
    [InlineData(int.MinValue, 0, 0, 0)]
    public void Holds_at_the_corners(int x, int multiplier, int shift, int expected) =>
        Assert.Equal(expected, DoubleRounding.Requantize(x, new QuantizedMultiplier(multiplier, shift)));

    [Fact]
    public void Equals_exact_arithmetic()
    {
        foreach ((int x, QuantizedMultiplier scale) in Accumulators.Any(8000, maximumShift: 30))
        {
            BigInteger shifted = Exact.Wrap32(x * BigInteger.Pow(2, Math.Max(scale.Shift, 0)));
            BigInteger high = Exact.HalfUp(shifted * scale.Multiplier, 31);
            Assert.Equal(Exact.HalfAway(high, Math.Max(-scale.Shift, 0)), DoubleRounding.Requantize(x, scale));
        }
    }
}
