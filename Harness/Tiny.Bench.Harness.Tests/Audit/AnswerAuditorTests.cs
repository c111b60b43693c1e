using Tiny.Bench.Harness.Conformance;
using Tiny.Bench.Harness.Conformance.Dialects;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Harness.Audit;

/// <summary>What published answers may be called, whole and spoiled.</summary>
public sealed class AnswerAuditorTests
{
    private const string Cut = "v0.5__reference__Nucleo-L4R5ZI__kws__accuracy__log.txt";
    private const string Float32 = "v1.1__plumerai__NUCLEO-U575ZI-Q__kws__accuracy__log.txt";

    [SkippableTheory]
    [InlineData(Cut, "double-rounding")]
    [InlineData(Float32, "float32")]
    public async Task A_changed_digit_is_never_exact(string log, string dialect)
    {
        AnswerAuditor auditor = await OpenAsync();
        var printed = new PrintedLog(log);
        Assert.Equal(dialect, auditor.Judge(printed.Samples).Verdict.Exact!.Value.Name);
        var random = new Random(20210609);
        for (int change = 0; change < 150; change++)
        {
            AnswerAudit audit = auditor.Judge(printed.WithOneDigitChanged(random));
            Assert.Null(audit.Verdict.Exact);
            Assert.NotNull(audit.Reason);
            Assert.Equal((dialect, 999), (audit.Verdict.Nearest.Name, audit.Verdict.Matching));
        }
    }

    [SkippableFact]
    public async Task Order_and_case_of_the_names_do_not_matter()
    {
        List<PrintedSample> samples = [.. new PrintedLog(Cut).Samples.Select(sample => sample with { File = sample.File.ToUpperInvariant() })];
        samples.Reverse();
        AnswerAudit audit = (await OpenAsync()).Judge(samples);
        Assert.Equal(new ArithmeticRule(Dialect.DoubleRounding, SoftmaxRule.FixedPoint), audit.Verdict.Exact);
        Assert.Equal((0, 0), (audit.Missing, audit.Unknown));
    }

    [SkippableFact]
    public async Task A_sample_that_is_missing_or_of_no_list_is_counted_and_told()
    {
        List<PrintedSample> samples = new PrintedLog(Cut).Samples;
        samples[7] = samples[7] with { File = "tst_900000_Stop_7.bin" };
        AnswerAudit audit = (await OpenAsync()).Judge(samples);
        Assert.Null(audit.Verdict.Exact);
        Assert.Equal((1, 1), (audit.Missing, audit.Unknown));
        Assert.Contains("1 of 1000 samples without answer", audit.Reason, StringComparison.Ordinal);
        Assert.Contains("tst_900000_Stop_7.bin", audit.Reason, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData(new double[] { 1, 0 }, "other: integers from 0 to 1")]
    [InlineData(new double[] { -12.5, 48.25 }, "other: values from -12.5 to 48.25, which are no probabilities")]
    [InlineData(new double[] { 0, 255 }, "other: integers from 0 to 255, read as uint8 codes")]
    [InlineData(new double[] { -128, 127 }, "int8")]
    [InlineData(new double[] { 0.5012, 0 }, "other: tst_000000_Stop_7.bin has the value 0.5012, which no code prints")]
    [InlineData(new double[] { 0.003, 0.004 }, "other: tst_000000_Stop_7.bin has the value 0.004, which is printed in another way than others")]
    public async Task How_values_are_printed_is_decided_over_all_of_them(double[] pair, string expected)
    {
        var sample = new PrintedSample("tst_000000_Stop_7.bin", [.. Enumerable.Range(0, 12).Select(element => pair[element % 2])]);
        AnswerAudit audit = (await OpenAsync()).Judge([sample]);
        Assert.Equal(expected, audit.Printing);
        Assert.Null(audit.Verdict.Exact);
    }

    [SkippableFact]
    public async Task Codes_printed_as_they_are_with_sign_or_without_are_exact_too()
    {
        AnswerAuditor auditor = await OpenAsync();
        List<PrintedSample> signed = new PrintedLog(Float32).Samples.ConvertAll(sample => sample with { Values = [.. sample.Values.Select(value => Math.Round(value * 256) - 128)] });
        Assert.Equal(("int8", "float32"), (auditor.Judge(signed).Printing, auditor.Judge(signed).Verdict.Exact!.Value.Name));
        List<PrintedSample> unsigned = signed.ConvertAll(sample => sample with { Values = [.. sample.Values.Select(value => value + 128)] });
        Assert.Equal("float32", auditor.Judge(unsigned).Verdict.Exact!.Value.Name);
        Assert.Equal(auditor.Judge(signed).Fingerprint, auditor.Judge(unsigned).Fingerprint);
    }

    [SkippableTheory]
    [InlineData("0.######", "rounded")]
    [InlineData("G6", "rounded")]
    [InlineData("0.00000000", "other: no value tells cut from rounded")]
    public async Task More_decimals_than_three_tell_the_same_codes(string format, string printing)
    {
        static double Print(double value, string format) => double.Parse((Math.Round(value * 256) / 256).ToString(format, System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);
        List<PrintedSample> samples = new PrintedLog(Cut).Samples.ConvertAll(sample => sample with { Values = [.. sample.Values.Select(value => Print(value, format))] });
        AnswerAudit audit = (await OpenAsync()).Judge(samples);
        Assert.Equal((printing, "double-rounding"), (audit.Printing, audit.Verdict.Exact?.Name));
    }

    [SkippableFact]
    public async Task A_net_that_ends_in_another_softmax_is_explained_but_not_exact()
    {
        using var cache = new ReferenceAnswerCache(ReferenceAnswerCache.DefaultFolder);
        ReferenceAnswers truncating = await cache.GetAsync(
            OfficialTask.Open(), new ArithmeticRule(Dialect.DoubleRounding, SoftmaxRule.TruncatingFloat), progress: null, CancellationToken.None);
        PrintedSample[] samples =
        [
            .. truncating.Files.Select((file, index) => new PrintedSample(
                file, [.. truncating.Output(index, 0).ToArray().Select(code => Math.Truncate(((sbyte)code + 128) * 1000 / 256.0) / 1000)])),
        ];

        AnswerAudit audit = (await OpenAsync()).Judge(samples);

        Assert.Equal((null, 1000), (audit.Exact, audit.Verdict.Matching));
        Assert.Equal("double-rounding, truncating-float softmax gives all 1000, but ends in another softmax than the reference's", audit.Reason);
    }

    private static async Task<AnswerAuditor> OpenAsync()
    {
        using var cache = new ReferenceAnswerCache(ReferenceAnswerCache.DefaultFolder);
        return await AnswerAuditor.CreateAsync(OfficialTask.Open(), cache, progress: null, CancellationToken.None);
    }

    [SkippableFact]
    public async Task Without_the_official_list_nothing_is_judged()
    {
        using var folder = new TemporaryFolder();
        using var cache = new ReferenceAnswerCache(folder["cache"]);
        ConformanceException problem = await Assert.ThrowsAsync<ConformanceException>(
            async () => await AnswerAuditor.CreateAsync(OfficialTask.Open(folder, 3), cache, progress: null, CancellationToken.None));
        Assert.Contains("official list", problem.Message, StringComparison.Ordinal);
    }
}
