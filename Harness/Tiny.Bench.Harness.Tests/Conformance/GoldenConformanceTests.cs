using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Harness.Conformance;

public sealed class GoldenConformanceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Outputs and operator outputs in each file: counted in the files themselves.
    [SkippableTheory]
    [InlineData("ad01_int8.json", 32 + 40)]
    [InlineData("ad01_int8.normal_id_01_00000000.json", 196 + 40)]
    [InlineData("kws_ref_model.json", 32 + 52)]
    [InlineData("kws_ref_model.kws01_real.json", 1000 + 52)]
    [InlineData("model_ToyCar_quant_fullint.json", 32 + 48)]
    [InlineData("pretrainedResnet_large_int8.json", 32 + 64)]
    [InlineData("pretrainedResnet_quant.json", 32 + 64)]
    [InlineData("str_ww_ref_model.calibration45.json", 45 + 44)]
    [InlineData("str_ww_ref_model.json", 32 + 44)]
    [InlineData("vww_96_int8.json", 32 + 124)]
    public async Task Every_output_and_every_operator_equals_tflm(string file, int checks)
    {
        ConformanceReport report = await JudgeAsync(file, Dialect.DoubleRounding);

        Assert.Empty(report.Failures);
        Assert.Empty(report.Unsupported);
        Assert.Equal(checks, report.Passed);
        Assert.True(report.IsConformant);
    }

    [SkippableTheory]
    [InlineData("kws_ref_model.json", "CONV_2D (0)")]
    [InlineData("vww_96_int8.json", "CONV_2D (0)")]
    public async Task With_single_rounding_most_operators_differ_and_the_first_is_named(string file, string firstOperator)
    {
        ConformanceReport report = await JudgeAsync(file, Dialect.SingleRounding);

        int activations = report.Total - 32;
        Assert.True(report.Failed > activations / 2, $"{report.Failed} of {activations} differ");
        Assert.Equal(firstOperator, report.Failures[0].Operator);
        Assert.StartsWith("crc32:", report.Failures[0].Expected, StringComparison.Ordinal);
        Assert.False(report.IsConformant);
    }

    [SkippableFact]
    public async Task A_golden_file_for_another_model_is_an_error()
    {
        string path = Edited("kws_ref_model.json", "aeea4368", "00000000");
        var error = await Assert.ThrowsAsync<ConformanceException>(() => JudgeAsync(path, Dialect.DoubleRounding));
        Assert.Contains("00000000", error.Message, StringComparison.Ordinal);
        Assert.Contains("aeea4368", error.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_golden_file_for_other_inputs_is_an_error_not_a_failure()
    {
        string path = Edited("kws_ref_model.json", "19fb7ca0", "00000000");
        var error = await Assert.ThrowsAsync<ConformanceException>(() => JudgeAsync(path, Dialect.DoubleRounding));
        Assert.Contains("19fb7ca0", error.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_wrong_output_is_reported_with_its_element()
    {
        // The output of input 31 ends in bd8043; its last code, 43 = 67, becomes 44. Both the bytes and their checksum are edited.
        string path = Edited("kws_ref_model.json", "6c510d25", "f2359886", "80bd8043", "80bd8044");

        ConformanceReport report = await JudgeAsync(path, Dialect.DoubleRounding);

        ConformanceFailure failure = Assert.Single(report.Failures);
        Assert.Equal(("kws_ref_model.json#31", 11, "68", "67"), (failure.Case, failure.Element, failure.Expected, failure.Got));
    }

    [SkippableFact]
    public async Task A_report_does_not_depend_on_the_number_of_threads()
    {
        const string file = "kws_ref_model.kws01_real.json";

        ConformanceReport one = await JudgeAsync(file, Dialect.Float32), three = await JudgeAsync(file, Dialect.Float32, threads: 3);

        Assert.NotEmpty(one.Failures);
        Assert.Equal(one.Failures, three.Failures);
        Assert.Equal(one.Summary, three.Summary);
        Assert.Equal((one.Passed, one.Failed), (three.Passed, three.Failed));
    }

    [SkippableFact]
    public async Task Unknown_inputs_are_unsupported_and_not_conformant()
    {
        string path = Edited("kws_ref_model.json", "\"source\":\"generator\"", "\"source\":\"elsewhere.bin\"");

        ConformanceReport report = await JudgeAsync(path, Dialect.DoubleRounding);

        Assert.Contains("elsewhere.bin", Assert.Single(report.Unsupported).Reason, StringComparison.Ordinal);
        Assert.False(report.IsConformant);
    }

    [Fact]
    public void A_torn_file_says_where()
    {
        string path = _folder.Write("torn.json", """{"model":"x.tflite",""");
        Assert.Contains("torn.json", Assert.Throws<ConformanceException>(() => GoldenFile.Read(path)).Message, StringComparison.Ordinal);
    }

    private static Task<ConformanceReport> JudgeAsync(string file, Dialect dialect, int threads = 1)
    {
        string path = Path.IsPathRooted(file) ? file : Official.Golden(file);
        var files = new GoldenFiles(Path.GetDirectoryName(Official.Model("kws_ref_model.tflite")), Official.Dataset(""), path);
        return GoldenConformance.RunAsync(path, files.LoadModel, files, dialect, threads: threads);
    }

    private string Edited(string file, params string[] replacements)
    {
        string text = File.ReadAllText(Official.Golden(file));
        for (int pair = 0; pair < replacements.Length; pair += 2)
        {
            Assert.Contains(replacements[pair], text, StringComparison.Ordinal);
            text = text.Replace(replacements[pair], replacements[pair + 1], StringComparison.Ordinal);
        }

        return _folder.Write(file, text);
    }
}
