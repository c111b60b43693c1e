using System.Numerics;

namespace Tiny.Bench.Reference.Arithmetic;

public sealed class FixedPointTests
{
    [Theory]
    [InlineData(1 << 30, 1, 1)] // 0.5 up to 1
    [InlineData(1 << 30, -1, 0)] // -0.5 up to 0
    [InlineData(1 << 30, 3, 2)] // 1.5 up to 2
    [InlineData(1 << 30, -3, -1)] // -1.5 up to -1
    [InlineData((1 << 30) - 1, 1, 0)]
    [InlineData((1 << 30) + 1, -1, -1)]
    public void High_multiply_sends_ties_up(int a, int b, int expected) =>
        Assert.Equal(expected, FixedPoint.SaturatingRoundingDoublingHighMul(a, b));

    [Theory]
    [InlineData(int.MinValue, int.MinValue, int.MaxValue)] // 2^31 does not fit
    [InlineData(int.MinValue, int.MaxValue, -int.MaxValue)] // -(2^31 - 1) exactly
    [InlineData(int.MaxValue, int.MaxValue, int.MaxValue - 1)] // 2^31 - 2 + 2^-31
    [InlineData(int.MinValue, 1, -1)]
    [InlineData(int.MinValue, 0, 0)]
    public void High_multiply_saturates_only_at_the_corner(int a, int b, int expected)
    {
        Assert.Equal(expected, FixedPoint.SaturatingRoundingDoublingHighMul(a, b));
        Assert.Equal(expected, FixedPoint.SaturatingRoundingDoublingHighMul(b, a));
    }

    [Theory]
    [InlineData(5, 1, 3)]
    [InlineData(-5, 1, -3)]
    [InlineData(3, 1, 2)]
    [InlineData(-3, 1, -2)]
    [InlineData(6, 2, 2)]
    [InlineData(-6, 2, -2)]
    [InlineData(5, 2, 1)]
    [InlineData(-5, 2, -1)]
    public void Division_sends_ties_away_from_zero(int x, int exponent, int expected) =>
        Assert.Equal(expected, FixedPoint.RoundingDivideByPowerOfTwo(x, exponent));

    [Theory]
    [InlineData(int.MinValue, 0, int.MinValue)]
    [InlineData(int.MaxValue, 0, int.MaxValue)]
    [InlineData(int.MinValue, 31, -1)]
    [InlineData(int.MaxValue, 31, 1)]
    [InlineData(1 << 30, 31, 1)] // exactly a half
    [InlineData((1 << 30) - 1, 31, 0)]
    [InlineData(-(1 << 30), 31, -1)]
    [InlineData(-(1 << 30) + 1, 31, 0)]
    [InlineData(0, 31, 0)]
    public void Division_holds_at_the_ends_of_the_exponent(int x, int exponent, int expected) =>
        Assert.Equal(expected, FixedPoint.RoundingDivideByPowerOfTwo(x, exponent));

    [Fact]
    public void Division_equals_exact_arithmetic()
    {
        foreach ((int x, QuantizedMultiplier scale) in Accumulators.Any(4000, maximumShift: 0))
            Assert.Equal(Exact.HalfAway(x, -scale.Shift), FixedPoint.RoundingDivideByPowerOfTwo(x, -scale.Shift));
    }

    [Fact]
    public void High_multiply_equals_exact_arithmetic()
    {
        foreach ((int x, QuantizedMultiplier scale) in Accumulators.Any(4000, maximumShift: 0))
        {
            Assert.Equal(Exact.HalfUp(new BigInteger(x) * scale.Multiplier, 31), FixedPoint.SaturatingRoundingDoublingHighMul(x, scale.Multiplier));
            Assert.Equal(Exact.HalfUp(new BigInteger(x) * -scale.Multiplier, 31), FixedPoint.SaturatingRoundingDoublingHighMul(x, -scale.Multiplier));
        }
    }

    [Theory]
    [InlineData(3, 2, 12)]
    [InlineData(-3, 0, -3)]
    [InlineData(1 << 29, 1, 1 << 30)]
    [InlineData(1 << 30, 1, int.MaxValue)]
    [InlineData(-(1 << 30), 1, int.MinValue)]
    [InlineData(-(1 << 30) - 1, 1, int.MinValue)]
    [InlineData(int.MaxValue, 30, int.MaxValue)]
    [InlineData(int.MinValue, 30, int.MinValue)]
    public void Left_shift_stops_at_the_rails(int x, int exponent, int expected) =>
        Assert.Equal(expected, FixedPoint.SaturatingShiftLeft(x, exponent));

    [Theory]
    [InlineData(1L << 46, 1 << 30, -31, 1 << 14)] // 2^46 * 2^-32
    [InlineData(-(1L << 46), 1 << 30, -31, -(1 << 14))]
    [InlineData(3, 1 << 30, 0, 2)] // 1.5 up
    [InlineData(-3, 1 << 30, 0, -1)] // -1.5 up
    [InlineData(100, 1 << 30, 14, 819200)] // the largest shift that still rounds
    [InlineData(1 << 20, 0x40007FFF, 0, 1 << 19)] // the low half of the multiplier is rounded off...
    [InlineData(1 << 20, 0x40008000, 0, (1 << 19) + 32)] // ...ties up
    [InlineData(1 << 15, int.MaxValue, 0, 32767)] // 0x7FFF, not the 0x8000 that rounding would give
    [InlineData(1 << 15, 0x7FFEFFFF, 0, 32767)]
    [InlineData(1 << 15, 0x7FFE7FFF, 0, 32766)]
    [InlineData(long.MaxValue >> 17, 0, 0, 0)]
    public void Wide_sums_are_scaled_by_15_bits_of_the_multiplier(long x, int multiplier, int shift, int expected) =>
        Assert.Equal(expected, FixedPoint.MultiplyByReducedMultiplier(x, new QuantizedMultiplier(multiplier, shift)));

    [Fact]
    public void The_width_of_the_sum_chooses_the_form()
    {
        // 0.5 * (1 + 2^-15) of 2^20: the 15-bit multiplier loses the last term.
        var scale = new QuantizedMultiplier(0x40007FFF, 0);

        Assert.Equal((1 << 19) + 16, FixedPoint.Requantize<int, DoubleRounding>(1 << 20, scale));
        Assert.Equal(1 << 19, FixedPoint.Requantize<long, DoubleRounding>(1 << 20, scale));
    }
}
