using System.Numerics;

namespace Tiny.Bench.Reference.Arithmetic;

public sealed class SingleRoundingTests
{
    private const int Half = 1 << 30;

    [Theory]
    [InlineData(3, 0, 2)]
    [InlineData(-3, 0, -1)]
    [InlineData(6, -1, 2)]
    [InlineData(-6, -1, -1)] // -1.5 goes up
    [InlineData(5, -1, 1)] // 1.25 is not rounded on the way
    [InlineData(-5, -1, -1)]
    [InlineData(int.MinValue, -31, 0)] // -2^31 * 2^-32 = -0.5 goes up
    [InlineData(int.MaxValue, -31, 0)] // just under 0.5
    [InlineData(1, 30, 1 << 29)]
    public void Rounds_once_and_sends_ties_up(int x, int shift, int expected) =>
        Assert.Equal(expected, SingleRounding.Requantize(x, new QuantizedMultiplier(Half, shift)));

    [Fact]
    public void A_zero_multiplier_gives_zero() => Assert.Equal(0, SingleRounding.Requantize(int.MinValue, default));

    [Fact]
    public void Equals_exact_arithmetic()
    {
        foreach ((int x, QuantizedMultiplier scale) in Accumulators.Any(8000, maximumShift: 30))
        {
            BigInteger exact = Exact.HalfUp(new BigInteger(x) * scale.Multiplier, 31 - scale.Shift);
            Assert.Equal(Exact.Wrap32(exact), SingleRounding.Requantize(x, scale));
        }
    }
}
