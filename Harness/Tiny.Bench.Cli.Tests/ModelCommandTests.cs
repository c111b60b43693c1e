using System.Text.Json.Nodes;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli;

public sealed class ModelCommandTests
{
    [SkippableFact]
    public async Task Inspect_lists_operators_and_totals()
    {
        CommandLine run = await CommandLine.RunAsync("model", "inspect", Official.Model("kws_ref_model.tflite"));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("DEPTHWISE_CONV_2D", run.Output, StringComparison.Ordinal);
        Assert.Contains("multiply-accumulates  2,656,768", run.Output, StringComparison.Ordinal);
        Assert.Contains("weights and biases    22,604", run.Output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Inspect_as_json_has_the_same_figures()
    {
        JsonNode summary = (await CommandLine.RunAsync("model", "inspect", Official.Model("kws_ref_model.tflite"), "--json")).Json;
        Assert.Equal(2_656_768, (long)summary["multiplyAccumulates"]!);
        Assert.Equal(13, summary["operators"]!.AsArray().Count);
    }

    [SkippableFact]
    public async Task Plan_prints_every_buffer_and_draws_it()
    {
        using var folder = new TemporaryFolder();
        string svg = folder["plan.svg"];

        CommandLine run = await CommandLine.RunAsync("model", "plan", Official.Model("kws_ref_model.tflite"), "--svg", svg);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("peak 16,000 bytes", run.Output, StringComparison.Ordinal);
        Assert.StartsWith("<svg", await File.ReadAllTextAsync(svg), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_a_wrong_request()
    {
        CommandLine run = await CommandLine.RunAsync("model", "inspect", "no-such.tflite");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("no-such.tflite", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FILE", "model", "inspect", "")]
    [InlineData("--svg", "model", "plan", "m.tflite", "--svg", "")]
    public async Task An_empty_path_is_a_wrong_request(string expected, params string[] arguments)
    {
        CommandLine run = await CommandLine.RunAsync(arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"{expected} is empty", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_model_says_where()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("text.tflite", "this is no model");

        CommandLine run = await CommandLine.RunAsync("model", "inspect", path);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("text.tflite at byte", run.Error, StringComparison.Ordinal);
    }
}
