using System.Text;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Harness.Conformance;

public sealed class GoldenFileHostileTests : IDisposable
{
    private const string Result = """{"input":0,"input_crc32":"00000000","output_crc32":"00000000"}""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("null", "empty")]
    [InlineData("7", "no golden file")]
    [InlineData("[]", "no golden file")]
    [InlineData("""{"model":"m"}""", "no golden file")]
    [InlineData("""{"model":"m","model":"n"}""", "uplicate")]
    public void What_is_no_golden_file_is_refused(string text, string expected) => Refuses(text, expected);

    [Theory]
    [InlineData("../m.tflite", 1, "[R]", "without folder")]
    [InlineData("", 1, "[R]", "without folder")]
    [InlineData("m", -1, "[R]", "-1 bytes")]
    [InlineData("m", 1, "null", "no golden file")]
    [InlineData("m", 1, "[]", "no results")]
    [InlineData("m", 1, "[R,null]", "$.results[1] is null")]
    [InlineData("m", 1, "[7]", "results[0]")]
    [InlineData("m", 1, """[{"input":99999999999,"input_crc32":"00000000","output_crc32":"00000000"}]""", "results[0].input")]
    [InlineData("m", 1, """[{"input":0,"input_crc32":"0000000g","output_crc32":"00000000"}]""", "0000000g")]
    [InlineData("m", 1, """[{"input":0,"input_crc32":"00000000","output_crc32":"0"}]""", "eight hex digits")]
    [InlineData("m", 1, """[{"input":0,"input_crc32":"00000000","output_crc32":"00000000","output_hex":"0"}]""", "no hex text")]
    [InlineData("m", 1, """[{"input":0,"input_crc32":"00000000","output_crc32":"00000000","output_hex":"0x"}]""", "no hex text")]
    [InlineData("m", 1, """[{"input":0,"input_crc32":"00000000","output_crc32":"00000000","output_hex":"00"}]""", "d202ef8d")]
    [InlineData("m", 1, """[{"input":0,"input_crc32":"00000000","output_crc32":"00000000","activations":[null]}]""", "eight hex digits")]
    [InlineData("m", 1, """[{"input":0,"input_crc32":"00000000","output_crc32":"00000000","activations":7}]""", "activations")]
    public void A_member_that_lies_is_refused(string model, int inputBytes, string results, string expected) => Refuses(
        $$"""{"model":"{{model}}","sha256":"00","input_bytes":{{inputBytes}},"source":"generator","results":{{results.Replace("R", Result, StringComparison.Ordinal)}}}""",
        expected);

    // The right checksum of an input that is too long: only the length is wrong.
    [SkippableFact]
    public async Task Real_inputs_of_another_size_than_the_model_takes_are_an_error()
    {
        string kws = File.ReadAllText(Official.Golden("kws_ref_model.kws01_real.json"));
        string crc = kws[(kws.IndexOf("\"input_crc32\":\"", StringComparison.Ordinal) + 15)..][..8];
        string ad = File.ReadAllText(Official.Golden("ad01_int8.json"));
        string sha = ad[(ad.IndexOf("\"sha256\":\"", StringComparison.Ordinal) + 10)..][..64];
        string path = _folder.Write(
            "g.json",
            $$"""{"model":"ad01_int8.tflite","sha256":"{{sha}}","input_bytes":640,"source":"kws_inputs.bin","results":[{"input":0,"input_crc32":"{{crc}}","output_crc32":"00000000"}]}""");
        Assert.Contains("490 bytes", (await Assert.ThrowsAsync<ConformanceException>(() => JudgeAsync(path))).Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Every_spoilt_golden_file_is_judged_or_refused()
    {
        const int mutants = 1000;
        byte[] good = Encoding.UTF8.GetBytes(Shortened(File.ReadAllText(Official.Golden("kws_ref_model.json"))));
        byte[] marks = "0123456789abcdef\"{}[],:-.xZ "u8.ToArray();
        var random = new Random(20262);
        int judged = 0, refused = 0;
        for (int number = 0; number < mutants; number++)
        {
            byte[] mutant = [.. good];
            for (int change = random.Next(3); change >= 0; change--)
                mutant[random.Next(mutant.Length)] = marks[random.Next(marks.Length)];
            string path = _folder.Write("g.json", random.Next(16) == 0 ? mutant[..random.Next(mutant.Length)] : mutant);
            try
            {
                await JudgeAsync(path);
                judged++;
            }
            catch (Exception refusal) when (refusal is ConformanceException or Core.MissingFileException)
            {
                refused++;
            }
        }

        Assert.Equal(mutants, judged + refused);
        Assert.True(judged > mutants / 20 && refused > mutants / 2, $"{judged} judged, {refused} refused");
    }

    // The first result with its activations, and no more: a mutant takes one inference.
    private static string Shortened(string text) => text[..text.IndexOf(",\n{\"input\":1,", StringComparison.Ordinal)] + "]}";

    private void Refuses(string text, string expected)
    {
        string path = _folder.Write("g.json", text);
        var error = Assert.Throws<ConformanceException>(() => GoldenFile.Read(path));
        Assert.Equal(path, error.Where);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    private static Task<ConformanceReport> JudgeAsync(string path)
    {
        var files = new GoldenFiles(Path.GetDirectoryName(Official.Model("kws_ref_model.tflite")), Official.Dataset(""), path);
        return GoldenConformance.RunAsync(path, files.LoadModel, files, Dialect.DoubleRounding);
    }
}
