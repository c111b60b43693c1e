using System.Text;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Reference.Exhaustive.Certificates;

public sealed class CertificateTests
{
    private static readonly DialectPair DoubleAndSingle = new(Dialect.DoubleRounding, Dialect.SingleRounding);

    // By hand: a factor of 1/4 over -6..6 differs at -6, -2, 1 and 5; the clamp to 0..1 leaves x = 1.
    private static readonly RequantizationSite Site = new(3, new QuantizedMultiplier(1 << 30, -1), new OutputClamp(0, 0, 1), new AccumulatorRange(-6, 6));

    [Fact]
    public void A_bare_channel_counts_every_reachable_accumulator()
    {
        CertifiedChannel found = new CertificateMaker(DoubleAndSingle, clamped: false).Certify(Site, CancellationToken.None);

        Assert.Equal((13, 4, null), (found.Reachable, found.Differing, found.DifferingOfAll));
    }

    [Fact]
    public void A_clamped_channel_counts_output_codes_here_and_over_all_accumulators()
    {
        RequantizationSite narrower = Site with { Reachable = new AccumulatorRange(2, 6) };
        CertifiedChannel found = new CertificateMaker(DoubleAndSingle, clamped: true).Certify(narrower, CancellationToken.None);

        Assert.Equal((5, 0, 1), (found.Reachable, found.Differing, found.DifferingOfAll));
    }

    [Fact]
    public void What_is_written_is_read_back_and_written_the_same()
    {
        byte[] bytes = CertificateJson.Write(Certificate());

        Assert.Equal(bytes, CertificateJson.Write(CertificateJson.Read("a.json", bytes)));
        Assert.Equal((byte)'\n', bytes[^1]);
        Assert.DoesNotContain((byte)'\r', bytes);
    }

    [Fact]
    public void A_right_certificate_holds() => Assert.Empty(Check(Certificate()));

    [Fact]
    public void A_wrong_count_is_told_with_its_place()
    {
        string problem = Assert.Single(Check(Certificate(differing: 5)), text => text.Contains("operator 7", StringComparison.Ordinal));

        Assert.Contains("m.tflite, operator 7 (CONV_2D)", problem, StringComparison.Ordinal);
        Assert.Contains("Differing = 5", problem, StringComparison.Ordinal);
        Assert.Contains("Differing = 4", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"schema":1,"toolVersion":"1","first":"float32","second":"half-up","clamped":true,"models":[null]}""")]
    [InlineData("""{"schema":1,"toolVersion":"1","first":"float32","second":"half-up","clamped":true,"models":null}""")]
    [InlineData("""{"schema":2,"toolVersion":"1","first":"float32","second":"half-up","clamped":true,"models":[]}""")]
    [InlineData("""{"schema":1,"toolVersion":"1","first":"float32","second":"half-up","clamped":true,"models":[],"more":1}""")]
    public void A_text_that_is_no_certificate_is_refused(string text) =>
        Assert.StartsWith("bad.json", Assert.Throws<CertificateException>(() => CertificateJson.Read("bad.json", Encoding.UTF8.GetBytes(text))).Where, StringComparison.Ordinal);

    [Theory]
    [InlineData("float32", "float32", 1 << 30, -1, 6)]
    [InlineData("float32", "bankers", 1 << 30, -1, 6)]
    [InlineData("float32", "half-up", -1, -1, 6)]
    [InlineData("float32", "half-up", 1 << 30, -40, 6)]
    [InlineData("float32", "half-up", 1 << 30, -1, -7)]
    public void A_certificate_that_no_kernel_could_have_is_refused(string first, string second, int multiplier, int shift, int lastReachable) =>
        Assert.Throws<CertificateException>(() => Check(Certificate(first: first, second: second, multiplier: multiplier, shift: shift, lastReachable: lastReachable)));

    [SkippableFact]
    public void A_model_is_certified_and_its_certificate_checked_against_it()
    {
        var model = TfliteModel.Load(Official.Model("pretrainedResnet_quant.tflite"));
        CertifiedModel certified = new CertificateMaker(DoubleAndSingle, clamped: true).Certify(model);
        var models = new Dictionary<string, TfliteModel>(StringComparer.Ordinal) { [model.Sha256] = model };
        RequantizationCertificate certificate = Certificate() with { Clamped = true, Models = [certified] };

        // The network's table: 9 convolutions, 3 additions and one fully connected layer.
        Assert.Equal(13, certified.Operators.Count);
        Assert.Equal(3, certified.Operators.Count(one => one is { Name: "ADD", Channels: null, DifferingInputPairs: >= 0 }));
        Assert.True(certified.Differing > 0);
        Assert.Empty(CertificateCheck.Run("c.json", certificate, models));

        CertifiedModel shorter = certified with { Operators = [.. certified.Operators.Skip(1)] };
        Assert.NotEmpty(CertificateCheck.Run("c.json", certificate with { Models = [shorter] }, models));
    }

    private static IReadOnlyList<string> Check(RequantizationCertificate certificate) =>
        CertificateCheck.Run("c.json", certificate, new Dictionary<string, TfliteModel>(StringComparer.Ordinal));

    private static RequantizationCertificate Certificate(
        long differing = 4, string first = "double-rounding", string second = "single-rounding", int multiplier = 1 << 30, int shift = -1, int lastReachable = 6)
    {
        var channel = new CertifiedChannel
        {
            Channel = 0,
            Multiplier = multiplier,
            Shift = shift,
            FirstReachable = -6,
            LastReachable = lastReachable,
            Reachable = 13,
            Differing = differing,
        };
        var source = new CertifiedOperator { Index = 7, Name = "CONV_2D", ZeroPoint = 0, Minimum = -128, Maximum = 127, Channels = [channel] };
        var model = new CertifiedModel { Name = "m.tflite", Sha256 = new string('0', 64), Reachable = 13, Differing = differing, Operators = [source] };
        return new RequantizationCertificate
        {
            Schema = RequantizationCertificate.CurrentSchema,
            ToolVersion = "0.1.0",
            First = first,
            Second = second,
            Clamped = false,
            Models = [model],
        };
    }
}
