using System.Numerics;

namespace Tiny.Bench.Reference.Arithmetic;

public sealed class HalfEvenRoundingTests
{
    private const int Half = 1 << 30;

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(3, 0, 2)]
    [InlineData(5, 0, 2)]
    [InlineData(-1, 0, 0)]
    [InlineData(-3, 0, -2)]
    [InlineData(-5, 0, -2)]
    [InlineData(5, -1, 1)] // 1.25: rounds once
    [InlineData(int.MinValue, -31, 0)] // -1/2
    [InlineData(int.MaxValue, -31, 0)] // under 1/2
    [InlineData(3, 30, 3 << 29)]
    public void Rounds_once_and_sends_ties_to_the_even_code(int x, int shift, int expected) =>
        Assert.Equal(expected, HalfEvenRounding.Requantize(x, new QuantizedMultiplier(Half, shift)));

    [Fact]
    public void A_zero_multiplier_gives_zero() => Assert.Equal(0, HalfEvenRounding.Requantize(int.MinValue, default));

    [Fact]
    public void Equals_exact_arithmetic()
    {
        foreach ((int x, QuantizedMultiplier scale) in Accumulators.Any(8000, maximumShift: 30))
        {
            BigInteger up = Exact.HalfUp((BigInteger)x * scale.Multiplier, 31 - scale.Shift);
            bool tie = up * BigInteger.Pow(2, 32 - scale.Shift) == ((BigInteger)x * scale.Multiplier * 2) + BigInteger.Pow(2, 31 - scale.Shift);
            BigInteger even = tie && !up.IsEven ? up - 1 : up;
            Assert.Equal((int)Exact.Wrap32(even), HalfEvenRounding.Requantize(x, scale));
        }
    }
}
