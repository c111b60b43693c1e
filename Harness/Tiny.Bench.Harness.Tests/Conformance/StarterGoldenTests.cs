using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.Locating;
using Tiny.Bench.Harness.Suites;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Harness.Conformance;

public sealed class StarterGoldenTests : IDisposable
{
    // TinyModel's answer to c.bin, (0, 0, 0, 0): the zip CRC-32 of 00000000 and of 01020304, from zlib.
    private const string Golden = """
        {"model":"kws01_starter_int8.tflite","sha256":"SHA","input_bytes":4,"source":"starter kws01","results":[
        {"input":2,"input_crc32":"2144df1c","output_crc32":"b63cfbcd","activations":[{"op":0,"name":"RELU","tensor":1,"crc32":"2144df1c"},{"op":1,"name":"ADD","tensor":3,"crc32":"b63cfbcd"}]}
        ]}
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly TinyPack _pack;
    private readonly Suite _suite;

    public StarterGoldenTests()
    {
        _pack = new TinyPack(_folder).Write();
        _suite = SuiteLoader.Load(_pack.WriteSuite());
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_model_of_the_pack_is_judged_operator_by_operator()
    {
        ConformanceReport report = await JudgeAsync(Golden);
        Assert.Equal((3, 0, 0), (report.Passed, report.Failed, report.Unsupported.Count));
    }

    [Fact]
    public async Task An_operator_with_another_checksum_is_named()
    {
        ConformanceReport report = await JudgeAsync(Golden.Replace("\"tensor\":1,\"crc32\":\"2144df1c\"", "\"tensor\":1,\"crc32\":\"2144df1d\"", StringComparison.Ordinal));
        Assert.Equal("RELU (0)", Assert.Single(report.Failures).Operator);
    }

    [Fact]
    public async Task Another_sample_than_the_file_was_made_from_is_an_error()
    {
        var error = await Assert.ThrowsAsync<ConformanceException>(() => JudgeAsync(Golden.Replace("\"input\":2", "\"input\":1", StringComparison.Ordinal)));
        Assert.Contains("input with CRC-32 2144df1c", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_recorded_reads_back_as_it_was()
    {
        GoldenFile recorded = GoldenRecorder.Record(
            "m.tflite", TfliteModel.Parse(_pack.Model, "m.tflite"), "starter kws01", StarterInputs.Find("starter kws01", _suite, Pack)!, 3);
        GoldenFile read = GoldenFile.Read(_folder.Write("golden.json", recorded.ToJson()));
        Assert.Equal(string.Join(" ", recorded.Results.SelectMany(Checksums)), string.Join(" ", read.Results.SelectMany(Checksums)));
        Assert.Equal("b63cfbcd", read.Results[2].OutputCrc32);
    }

    [Theory]
    [InlineData("starter vww01")]
    [InlineData("kws01")]
    public void Only_tasks_of_the_suite_have_starter_inputs(string source) => Assert.Null(StarterInputs.Find(source, _suite, Pack));

    private StarterPack Pack => new(_pack.Path);

    private Task<ConformanceReport> JudgeAsync(string golden)
    {
        string path = _folder.Write("golden.json", golden.Replace("SHA", TinyPack.Hash(_pack.Model), StringComparison.Ordinal));
        var files = new GoldenFiles(null, null, path, _suite, Pack);
        return GoldenConformance.RunAsync(path, files.LoadModel, files, Dialect.DoubleRounding);
    }

    private static IEnumerable<string> Checksums(GoldenResult result) =>
        [result.InputCrc32, result.OutputCrc32, result.OutputHex ?? "", .. result.Activations!.Select(activation => $"{activation.Name} {activation.Tensor} {activation.Crc32}")];
}
