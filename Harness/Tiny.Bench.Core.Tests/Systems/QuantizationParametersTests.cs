namespace Tiny.Bench.Core.Systems;

public class QuantizationParametersTests
{
    [Theory]
    [InlineData(0.25f, 1)]
    [InlineData(-0.25f, -1)]
    [InlineData(0.75f, 2)]
    [InlineData(0.24f, 0)]
    public void Rounds_ties_away_from_zero(float real, int steps) =>
        Assert.Equal(steps + 3, new QuantizationParameters(0.5f, 3).Quantize(real));

    [Theory]
    [InlineData(63.4f, 127)]
    [InlineData(63.9f, 127)]
    [InlineData(float.MaxValue, 127)]
    [InlineData(float.PositiveInfinity, 127)]
    [InlineData(-64.1f, -128)]
    [InlineData(float.MinValue, -128)]
    [InlineData(float.NegativeInfinity, -128)]
    public void Clamps_to_the_codes_of_int8(float real, int code) =>
        Assert.Equal(code, new QuantizationParameters(0.5f, 0).Quantize(real));

    [Fact]
    public void Clamps_after_the_zero_point_is_added()
    {
        Assert.Equal(-28, new QuantizationParameters(1, 100).Quantize(-128));
        Assert.Equal(-128, new QuantizationParameters(1, 100).Quantize(-300));
        Assert.Equal(127, new QuantizationParameters(1, -128).Quantize(255));
    }

    [Fact]
    public void Divides_in_binary32()
    {
        // The quotient of these two binary32 numbers lies just below 3.5; rounded to binary32 it is 3.5, a tie.
        const float scale = 0.1f, real = 0.35f;
        Assert.Equal(3.5f, real / scale);
        Assert.True((double)real / scale < 3.5);
        Assert.Equal(4, new QuantizationParameters(scale, 0).Quantize(real));
    }

    [Fact]
    public void Dequantizes_to_the_scaled_distance_from_the_zero_point()
    {
        var parameters = new QuantizationParameters(0.364498466f, 96);
        Assert.Equal(0f, parameters.Dequantize(96));
        Assert.Equal(0.364498466f * -224, parameters.Dequantize(-128));
    }
}
