namespace Tiny.Bench.Core;

public class ErrorTests
{
    [Fact]
    public void A_missing_file_names_every_place_and_the_way_out()
    {
        var error = new MissingFileException("model a.tflite", ["/one/a.tflite", "/two/a.tflite"], "Fetch it.");
        Assert.Contains("model a.tflite: not found", error.Message, StringComparison.Ordinal);
        Assert.Contains("/one/a.tflite", error.Message, StringComparison.Ordinal);
        Assert.Contains("/two/a.tflite", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("Fetch it.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_suite_error_holds_all_faults()
    {
        var error = new SuiteException("suite.json", ["version: is missing", "tasks: is missing"]);
        Assert.Equal("suite.json: 2 faults\n  version: is missing\n  tasks: is missing", error.Message);
    }

    [Fact]
    public void A_hash_mismatch_says_both_hashes() =>
        Assert.Equal("a.tflite: has SHA-256 bb; expected aa", new HashMismatchException("a.tflite", "aa", "bb").Message);

    [Fact]
    public void An_input_size_error_says_both_sizes() =>
        Assert.Equal("x.bin: gives 490 bytes an inference; resnet takes 3072", new InputSizeException("x.bin", "resnet", 490, 3072).Message);
}
