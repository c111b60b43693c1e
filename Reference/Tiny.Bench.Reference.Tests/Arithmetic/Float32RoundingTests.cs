using System.Numerics;

namespace Tiny.Bench.Reference.Arithmetic;

public sealed class Float32RoundingTests
{
    private const int Half = 1 << 30;

    [Theory]
    [InlineData(3, 0, 2)]
    [InlineData(-3, 0, -2)]
    [InlineData(6, -1, 2)]
    [InlineData(-6, -1, -2)]
    [InlineData(5, -1, 1)]
    [InlineData(-5, -1, -1)]
    [InlineData(int.MinValue, -31, -1)] // exactly -0.5
    [InlineData(int.MaxValue, -31, 1)] // 2^31 - 1 is 2^31 in binary32, so exactly 0.5
    public void Rounds_ties_away_from_zero(int x, int shift, int expected) =>
        Assert.Equal(expected, Float32Rounding.Requantize(x, new QuantizedMultiplier(Half, shift)));

    [Fact]
    public void Keeps_24_bits_of_the_accumulator()
    {
        // 2^24 + 1 lies half way between two numbers of binary32 and goes to the even one.
        Assert.Equal(1 << 24, Float32Rounding.Requantize((1 << 24) + 1, new QuantizedMultiplier(Half, 1)));
        Assert.Equal((1 << 24) + 4, Float32Rounding.Requantize((1 << 24) + 3, new QuantizedMultiplier(Half, 1)));
    }

    [Theory]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(int.MinValue, int.MinValue)]
    public void Saturates_outside_int32(int x, int expected) =>
        Assert.Equal(expected, Float32Rounding.Requantize(x, new QuantizedMultiplier(Half, 2)));

    [Fact]
    public void A_zero_multiplier_gives_zero() => Assert.Equal(0, Float32Rounding.Requantize(int.MinValue, default));

    [Fact]
    public void Equals_exact_arithmetic()
    {
        foreach ((int x, QuantizedMultiplier scale) in Accumulators.Any(8000, maximumShift: 30))
        {
            BigInteger product = Exact.To24Bits(Exact.To24Bits(x) * Exact.To24Bits(scale.Multiplier));
            BigInteger rounded = Exact.HalfAway(product, 31 - scale.Shift);
            Assert.Equal(BigInteger.Clamp(rounded, int.MinValue, int.MaxValue), Float32Rounding.Requantize(x, scale));
        }
    }
}
