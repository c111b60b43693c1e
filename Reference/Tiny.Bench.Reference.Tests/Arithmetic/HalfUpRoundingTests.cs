using System.Numerics;

namespace Tiny.Bench.Reference.Arithmetic;

public sealed class HalfUpRoundingTests
{
    private const int Half = 1 << 30;

    [Theory]
    [InlineData(3, 0, 2)]
    [InlineData(-3, 0, -1)]
    [InlineData(6, -1, 2)]
    [InlineData(-6, -1, -1)] // -1.5 goes up where the reference goes to -2
    [InlineData(5, -1, 2)] // rounds twice, as the reference
    [InlineData(int.MinValue, -31, 0)] // -2^30 * 2^-31 goes up
    [InlineData(int.MaxValue, -31, 1)] // 2^30 after the first rounding, half of 2^31
    [InlineData((1 << 30) + 1, 2, 2)] // the left shift wraps
    public void Rounds_twice_and_sends_ties_up(int x, int shift, int expected) =>
        Assert.Equal(expected, HalfUpRounding.Requantize(x, new QuantizedMultiplier(Half, shift)));

    [Fact]
    public void A_zero_multiplier_gives_zero() => Assert.Equal(0, HalfUpRounding.Requantize(int.MinValue, default));

    [Fact]
    public void Equals_exact_arithmetic()
    {
        foreach ((int x, QuantizedMultiplier scale) in Accumulators.Any(8000, maximumShift: 30))
        {
            BigInteger shifted = Exact.Wrap32(x * BigInteger.Pow(2, Math.Max(scale.Shift, 0)));
            BigInteger high = Exact.HalfUp(shifted * scale.Multiplier, 31);
            Assert.Equal(Exact.HalfUp(high, Math.Max(-scale.Shift, 0)), HalfUpRounding.Requantize(x, scale));
        }
    }
}
