using System.Text.Json.Nodes;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli;

public sealed class GoldenRecordCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TinyPack _pack;
    private readonly string _suite;

    public GoldenRecordCommandTests()
    {
        _pack = new TinyPack(_folder).Write();
        _suite = _pack.WriteSuite();
    }

    public void Dispose() => _folder.Dispose();

    // Max(x, 0) leaves (9, 0, 0, 0); with (1, 2, 3, 4) added that is (10, 2, 3, 4).
    [Fact]
    public async Task Holds_what_each_operator_gives()
    {
        JsonNode golden = JsonNode.Parse(await File.ReadAllTextAsync(await RecordAsync("kws01", 3)))!;

        Assert.Equal("kws01_starter_int8.tflite", (string)golden["model"]!);
        Assert.Equal(TinyPack.Hash(_pack.Model), (string)golden["sha256"]!);
        Assert.Equal(("starter kws01", 4), ((string)golden["source"]!, (int)golden["input_bytes"]!));
        JsonNode first = golden["results"]![0]!;
        Assert.Equal(("0a020304", 0), ((string)first["output_hex"]!, (int)first["input"]!));
        Assert.Equal("RELU ADD", string.Join(' ', first["activations"]!.AsArray().Select(activation => (string)activation!["name"]!)));
        Assert.Equal([1, 3], first["activations"]!.AsArray().Select(activation => (int)activation!["tensor"]!));
        Assert.Equal((string)first["input_crc32"]!, (string)first["activations"]![0]!["crc32"]!);
        Assert.Equal((string)first["output_crc32"]!, (string)first["activations"]![1]!["crc32"]!);
    }

    [Fact]
    public async Task Takes_inputs_spread_over_the_list()
    {
        JsonNode golden = JsonNode.Parse(await File.ReadAllTextAsync(await RecordAsync("kws01", 2)))!;
        Assert.Equal([0, 1], golden["results"]!.AsArray().Select(result => (int)result!["input"]!));
    }

    // -5 with a scale of 0.5 is the code -10: (f6, f6, f6, f6), of which nothing is left but the constant.
    [Fact]
    public async Task Takes_the_first_window_of_an_ad01_sample()
    {
        JsonNode golden = JsonNode.Parse(await File.ReadAllTextAsync(await RecordAsync("ad01", 2)))!;
        Assert.Equal("01020304", (string)golden["results"]![1]!["output_hex"]!);
    }

    [Fact]
    public async Task The_same_pack_gives_the_same_bytes() =>
        Assert.Equal(await File.ReadAllBytesAsync(await RecordAsync("kws01", 3)), await File.ReadAllBytesAsync(await RecordAsync("kws01", 3)));

    private async Task<string> RecordAsync(string task, int samples)
    {
        CommandLine run = await CommandLine.RunAsync(
            "conformance", "record", "--suite", _suite, "--starter", _pack.Path, "--samples", $"{samples}", "--out", _folder["golden"]);
        Assert.True(run.ExitCode == 0, run.Error);
        return _folder[$"golden/{task}_starter_int8.json"];
    }
}
