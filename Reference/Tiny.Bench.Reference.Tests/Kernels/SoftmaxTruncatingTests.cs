namespace Tiny.Bench.Reference.Kernels;

public sealed class SoftmaxTruncatingTests
{
    [Theory]
    [InlineData(2, 0)] // 256 / 2
    [InlineData(3, 85 - 128)] // 85.33
    [InlineData(6, 42 - 128)] // 42.67, which the reference rounds to 43
    [InlineData(257, -128)] // under 1
    public void Equal_logits_share_equally_and_the_rest_is_cut(int columns, int expected)
    {
        var output = new sbyte[columns];
        Softmax.RunTruncating(1, columns, 0.1f, new sbyte[columns], output);
        Assert.All(output, code => Assert.Equal(expected, code));
    }

    [Fact]
    public void Certainty_is_the_highest_code_and_not_one_above() => Assert.Equal([127, -128], Run(2, 1, [127, -128]));

    // Logits 0 and -ln 2 share as 2/3 and 1/3: 170.67 and 85.33.
    [Fact]
    public void The_factor_makes_codes_real() => Assert.Equal([42, 85 - 128, 85 - 128, 42], Run(2, 0.6931472f, [5, 4, -128, -127]));

    [Fact]
    public void The_largest_factor_makes_every_row_certain() => Assert.Equal([-128, 127, -128], Run(3, float.MaxValue, [-128, 127, 126]));

    private static sbyte[] Run(int columns, float factor, sbyte[] input)
    {
        var output = new sbyte[input.Length];
        Softmax.RunTruncating(input.Length / columns, columns, factor, input, output);
        return output;
    }
}
