using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Quantizing;

/// <summary>Scales and zero points, by hand: scale = width / 255, zero point = -128 - minimum / scale, to nearest.</summary>
public sealed class AffineCodesTests
{
    [Theory]
    [InlineData(0, 255, 1, -128)]
    [InlineData(-1, 1.55f, 0.01f, -28)]
    [InlineData(-255, 0, 1, 127)]
    [InlineData(-128, 127, 1, 0)]
    [InlineData(3, 5.1f, 0.02f, -128)]
    [InlineData(-2.55f, -1, 0.01f, 127)]
    public void Int8_codes_reach_from_end_to_end_and_hold_zero(float minimum, float maximum, float scale, int zeroPoint)
    {
        Quantization codes = AffineCodes.Int8(new ActivationRange(minimum, maximum));
        Assert.Equal(scale, codes.Scale, 1e-7f);
        Assert.Equal(zeroPoint, codes.ZeroPoint);
    }

    [Theory]
    [InlineData(-32767, 5, 1)]
    [InlineData(0, 65534, 2)]
    public void Int16_codes_are_symmetric(float minimum, float maximum, float scale)
    {
        Quantization codes = AffineCodes.Int16(new ActivationRange(minimum, maximum));
        Assert.Equal((scale, 0), (codes.Scale, codes.ZeroPoint));
    }

    [Fact]
    public void A_tensor_that_is_always_zero_has_a_scale()
    {
        Assert.Equal((1, -128), (AffineCodes.Int8(new ActivationRange(0, 0)).Scale, AffineCodes.Int8(new ActivationRange(0, 0)).ZeroPoint));
        Assert.Equal(1, AffineCodes.Int16(new ActivationRange(0, 0)).Scale);
    }

    [Fact]
    public void The_widest_range_of_binary32_has_a_finite_scale()
    {
        Quantization codes = AffineCodes.Int8(new ActivationRange(float.MinValue, float.MaxValue));
        Assert.True(float.IsFinite(codes.Scale));
        Assert.InRange(codes.ZeroPoint, -1, 0);
    }
}
