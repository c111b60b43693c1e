namespace Tiny.Bench.Results.Charts;

public class ChartTextTests
{
    [Theory]
    [InlineData(0.0174617, "0.0175")]
    [InlineData(1.234, "1.23")]
    [InlineData(45.67, "45.7")]
    [InlineData(1239.58, "1240")]
    [InlineData(0, "0")]
    [InlineData(-3.5, "-3.50")]
    [InlineData(12345678, "1.23e+07")]
    public void Prints_three_digits(double value, string text) => Assert.Equal(text, ChartText.Number(value));

    [Theory]
    [InlineData("a\tb\r\nc", "a b  c")]
    [InlineData("\u202eabc\0", "\uFFFDabc\uFFFD")]
    [InlineData("Größe 🚀", "Größe 🚀")]
    public void Replaces_what_a_page_cannot_hold(string text, string clean) => Assert.Equal(clean, ChartText.Clean(text));

    // An attribute cannot hold it.
    [Fact]
    public void Replaces_half_a_surrogate_pair() => Assert.Equal("half \uFFFD pair", ChartText.Clean("half \ud800 pair"));
}
