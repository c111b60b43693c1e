using System.Text.Json.Nodes;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli;

public sealed class RequantizationCommandTests
{
    [Fact]
    public async Task Codes_of_a_factor_are_compared_over_all_accumulators()
    {
        // x / 4: by hand, over -6..6 the two differ at -6, -2, 1 and 5, and so on with period 4 up to the clamp at +-128 * 4.
        CommandLine run = await CommandLine.RunAsync(
            "conformance", "requantization", "--pair", "double-rounding,single-rounding", "--multiplier", "1073741824", "--shift", "-1", "--clamped", "--json");

        Assert.Equal(0, run.ExitCode);
        JsonNode found = run.Json["comparisons"]![0]!;
        Assert.Equal(1L << 32, (long)found["compared"]!);
        Assert.Equal((int)found["secondOneHigher"]! + (int)found["secondOneLower"]!, (int)found["differing"]!);
        Assert.Equal((-510, 505), ((int)found["firstAccumulator"]!, (int)found["lastAccumulator"]!));
    }

    [SkippableFact]
    public async Task A_certificate_is_the_same_every_time_and_holds()
    {
        using var folder = new TemporaryFolder();
        string model = Official.Model("pretrainedResnet_quant.tflite");
        string[] certify = ["conformance", "requantization", "--pair", "double-rounding,half-up", "--model", model, "--clamped", "--out"];

        Assert.Equal(0, (await CommandLine.RunAsync([.. certify, folder["one"]])).ExitCode);
        Assert.Equal(0, (await CommandLine.RunAsync([.. certify, folder["other"]])).ExitCode);
        string file = Path.Combine("one", "double-rounding.half-up.json");
        Assert.Equal(File.ReadAllBytes(folder[file]), File.ReadAllBytes(folder[Path.Combine("other", "double-rounding.half-up.json")]));

        CommandLine check = await CommandLine.RunAsync("conformance", "requantization", "--check", folder[file], "--model", model);
        Assert.Equal((0, "1 certificates hold"), (check.ExitCode, check.Output.Trim()));

        JsonNode certificate = JsonNode.Parse(File.ReadAllText(folder[file]))!;
        JsonNode channel = certificate["models"]![0]!["operators"]![0]!["channels"]![0]!;
        channel["differing"] = (long)channel["differing"]! + 1;
        string forged = folder.Write("forged.json", certificate.ToJsonString());
        CommandLine bad = await CommandLine.RunAsync("conformance", "requantization", "--check", forged);
        Assert.Equal(1, bad.ExitCode);
        Assert.Contains("operator 0 (CONV_2D)", bad.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--pair", "float32,float32", "--multiplier", "1073741824", "--shift", "0")]
    [InlineData("--pair", "float32", "--multiplier", "1073741824", "--shift", "0")]
    [InlineData("--multiplier", "5", "--shift", "0")]
    [InlineData("--multiplier", "1073741824", "--shift", "31")]
    [InlineData("--multiplier", "1073741824")]
    [InlineData("--clamped")]
    [InlineData("--multiplier", "1073741824", "--shift", "0", "--out", "there")]
    public async Task A_request_that_makes_no_sense_is_refused(params string[] options)
    {
        CommandLine run = await CommandLine.RunAsync(["conformance", "requantization", .. options]);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("tinybench: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_torn_certificate_is_the_worlds_fault()
    {
        using var folder = new TemporaryFolder();
        CommandLine run = await CommandLine.RunAsync("conformance", "requantization", "--check", folder.Write("torn.json", "{\"schema\":1,"));

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("torn.json", run.Error, StringComparison.Ordinal);
    }
}
