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

    [SkippableFact]
    public async Task Compile_tells_sizes_and_writes_what_inspect_reads()
    {
        using var folder = new TemporaryFolder();
        string plan = folder["kws.tbplan"];

        CommandLine run = await CommandLine.RunAsync("model", "compile", Official.Model("kws_ref_model.tflite"), "--out", plan);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("flash    31,168 bytes, of which weights and biases 24,368", run.Output, StringComparison.Ordinal);
        Assert.Contains("arena    16,496 bytes (496 more than 16,000, as inputs keep their memory)", run.Output, StringComparison.Ordinal);
        Assert.Contains("upload   490 bytes, raw; results cut", run.Output, StringComparison.Ordinal);
        Assert.Equal(31_168, new FileInfo(plan).Length);

        JsonNode inspected = (await CommandLine.RunAsync("model", "inspect", plan, "--json")).Json;
        Assert.Equal("aeea436800704fce17b17292e4412630ad856e9d777c044c64ef748a880bd0ae", (string)inspected["modelSha256"]!);
        Assert.Equal("kws01 double-rounding raw cut", $"{inspected["modelId"]} {inspected["dialect"]} {inspected["inputEncoding"]} {inspected["resultForm"]}");
        Assert.Equal(13, inspected["operators"]!.AsArray().Count);
        Assert.Null(inspected["arenaBytesWithoutInputs"]);
    }

    // The task follows from the model's hash: both autoencoders take windows of 640 float32.
    [SkippableTheory]
    [InlineData("ad01_int8.tflite", "ad01", 2_560, "float32", "mean-square")]
    [InlineData("model_ToyCar_quant_fullint.tflite", "ad01", 2_560, "float32", "mean-square")]
    [InlineData("vww_96_int8.tflite", "vww01", 27_648, "uint8-minus-128", "trailing-comma")]
    [InlineData("pretrainedResnet_quant.tflite", "ic01", 3_072, "uint8-minus-128", "rounded")]
    public async Task Compile_takes_encoding_and_results_from_the_task(string model, string id, int upload, string encoding, string results)
    {
        JsonNode plan = (await CommandLine.RunAsync("model", "compile", Official.Model(model), "--json")).Json;
        Assert.Equal((id, upload, encoding, results), ((string)plan["modelId"]!, (int)plan["uploadBytes"]!, (string)plan["inputEncoding"]!, (string)plan["resultForm"]!));
    }

    [SkippableFact]
    public async Task Compile_asks_for_the_task_of_a_model_that_no_task_names()
    {
        string model = Official.Model("str_ww_ref_model.tflite");
        CommandLine run = await CommandLine.RunAsync("model", "compile", model);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("give --task", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await CommandLine.RunAsync("model", "compile", model, "--task", "kws01")).ExitCode);
        Assert.Equal(2, (await CommandLine.RunAsync("model", "compile", model, "--task", "kws99")).ExitCode);
    }

    [SkippableFact]
    public async Task Compile_refuses_a_float_model_by_its_operator()
    {
        CommandLine run = await CommandLine.RunAsync("model", "compile", Official.Model("vww_96_float.tflite"), "--task", "vww01");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("operator 0 (CONV_2D)", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_plan_is_a_failure_of_the_world()
    {
        using var folder = new TemporaryFolder();
        CommandLine run = await CommandLine.RunAsync("model", "inspect", folder.Write("bad.tbplan", "TBPL and nothing more"));
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("bad.tbplan at byte 0: there are 21 bytes", run.Error, StringComparison.Ordinal);
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
