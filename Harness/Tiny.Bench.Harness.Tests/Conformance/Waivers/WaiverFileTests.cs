using System.Text;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Harness.Conformance.Waivers;

public sealed class WaiverFileTests
{
    [Fact]
    public void A_list_is_read()
    {
        Waiver waiver = Assert.Single(Read("""[{ "case": "conv_s8/*", "reason": "half-up hardware", "link": "https://example.org/7", "expires": "2027-01-31" }]"""));

        Assert.Equal(("conv_s8/*", "half-up hardware"), (waiver.Case, waiver.Reason));
        Assert.Equal(new Uri("https://example.org/7"), waiver.Link);
        Assert.Equal(new DateOnly(2027, 1, 31), waiver.Expires);
        Assert.Equal("waived until 2027-01-31: half-up hardware (https://example.org/7)", waiver.Describe());
    }

    [Theory]
    [InlineData("", "$")]
    [InlineData("null", "bad.json")]
    [InlineData("[null]", "$[0]")]
    [InlineData("{}", "$")]
    [InlineData("""[{ "case": "a", "reason": "b", "link": "https://example.org" }]""", "expires")]
    [InlineData("""[{ "case": "a", "reason": "b", "link": "https://example.org", "expires": "31.1.2027" }]""", "$[0].expires")]
    [InlineData("""[{ "case": "a", "reason": "b", "link": "https://example.org", "expires": "2027-02-30" }]""", "$[0].expires")]
    [InlineData("""[{ "case": "", "reason": "b", "link": "https://example.org", "expires": "2027-01-31" }]""", "empty case")]
    [InlineData("""[{ "case": "a", "reason": " ", "link": "https://example.org", "expires": "2027-01-31" }]""", "no reason")]
    [InlineData("""[{ "case": "a", "reason": "b", "link": "issue 7", "expires": "2027-01-31" }]""", "absolute address")]
    [InlineData("""[{ "case": "a", "reason": null, "link": "https://example.org", "expires": "2027-01-31" }]""", "$[0].reason")]
    [InlineData("""[{ "case": "a", "case": "b", "reason": "b", "link": "https://example.org", "expires": "2027-01-31" }]""", "case")]
    [InlineData("""[{ "case": "a", "why": "b", "reason": "b", "link": "https://example.org", "expires": "2027-01-31" }]""", "why")]
    public void What_is_wrong_with_a_file_is_told(string json, string words)
    {
        WaiverException problem = Assert.Throws<WaiverException>(() => Read(json));

        Assert.StartsWith("bad.json", problem.Where, StringComparison.Ordinal);
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_told_by_its_path()
    {
        using var folder = new TemporaryFolder();

        Assert.Contains("none.json", Assert.Throws<WaiverException>(() => WaiverFile.Load(folder["none.json"])).Where, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Waiver> Read(string json) => WaiverFile.Read("bad.json", Encoding.UTF8.GetBytes(json));
}
