using System.Text.Json.Nodes;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli;

public sealed class ModelQuantizeCommandTests
{
    // Accuracy on the shared lists: pretrainedResnet_quant 441 of 500, vww_96_int8 179 of 200; a point is 5 and 2 samples.
    [SkippableTheory]
    [InlineData("pretrainedResnet.tflite", "ic01", 441 - 5)]
    [InlineData("vww_96_float.tflite", "vww01", 179 - 2)]
    public async Task A_classifier_keeps_the_accuracy_of_the_official_int8_model(string model, string task, int least)
    {
        using var folder = new TemporaryFolder();
        string quantized = folder["quantized.tflite"];
        Assert.Equal(0, (await CommandLine.RunAsync("model", "quantize", Official.Model(model), "--calibration", task, "--out", quantized)).ExitCode);

        JsonNode run = (await CommandLine.RunAsync("run", "--task", task, "--model", quantized, "--out", folder["records"], "--json")).Json["runs"]![0]!;

        Assert.InRange((int)run["correct"]!, least, int.MaxValue);
    }

    // ad01_int8 scores 10.264468 on this file; the float model 9.707.
    [SkippableFact]
    public async Task The_autoencoder_scores_within_two_percent_of_the_official_int8_model()
    {
        using var folder = new TemporaryFolder();
        string quantized = folder["quantized.tflite"];
        await CommandLine.RunAsync("model", "quantize", Official.Model("ad01_fp32.tflite"), "--calibration", "ad01", "--out", quantized);

        JsonNode run = (await CommandLine.RunAsync("run", "--task", "ad01", "--model", quantized, "--out", folder["records"], "--json")).Json["runs"]![0]!;

        Assert.InRange((double)run["score"]!, 10.264468 * 0.98, 10.264468 * 1.02);
    }

    // One dark picture shows few of the 256 pixel values; the official input is scale 1/255, zero point -128 all the same.
    [SkippableFact]
    public async Task Pixels_keep_their_codes_whatever_the_samples_leave_out()
    {
        using var folder = new TemporaryFolder();
        string quantized = folder["quantized.tflite"];
        folder.Write("y_labels.csv", "dark.bin,2,0\n");
        folder.Write("dark.bin", [.. Enumerable.Range(0, 96 * 96 * 3).Select(index => (byte)(index % 40))]);

        CommandLine run = await CommandLine.RunAsync(
            "model", "quantize", Official.Model("vww_96_float.tflite"), "--calibration", folder.Path,
            "--input-scale", "0.003921569", "--out", quantized);

        Assert.Equal(0, run.ExitCode);
        ModelSubgraph graph = TfliteModel.Load(quantized).Main;
        Quantization input = graph.Tensors[graph.Inputs[0]].Quantization;
        Assert.Equal((0.003921569f, -128), (input.Scale, input.ZeroPoint));
    }

    [SkippableFact]
    public async Task Json_tells_sizes_layers_and_sensitivities()
    {
        JsonNode summary = (await CommandLine.RunAsync(
            "model", "quantize", Official.Model("ad01_fp32.tflite"), "--calibration", "ad01", "--weights", "mixed", "--budget", "250000", "--json")).Json;

        Assert.Equal(196, (int)summary["calibrationInputs"]!);
        Assert.Equal(1_067_648, (int)summary["floatBytes"]!);
        Assert.InRange((int)summary["bytes"]!, 1, 250_000);
        Assert.Equal(10, summary["layers"]!.AsArray().Count);
        Assert.Equal(10, summary["sensitivities"]!.AsArray().Count);
        Assert.Contains("INT4", summary["layers"]!.AsArray().Select(layer => (string)layer!["weights"]!), StringComparer.Ordinal);
        Assert.Contains("INT8", summary["layers"]!.AsArray().Select(layer => (string)layer!["weights"]!), StringComparer.Ordinal);
    }

    [SkippableTheory]
    [InlineData("--weights mixed needs --budget", "--weights", "mixed")]
    [InlineData("--budget is for --weights mixed", "--budget", "1000")]
    [InlineData("--budget must be at least 1", "--weights", "mixed", "--budget", "0")]
    [InlineData("--activations int16 needs --weights int8", "--activations", "int16", "--weights", "int4")]
    [InlineData("the budget is 1000", "--weights", "mixed", "--budget", "1000")]
    [InlineData("--input-zero-point 300 is no uint8; expected 0 to 255", "--calibration", ".", "--input-zero-point", "300")]
    [InlineData("nowhere is no folder and no task", "--calibration", "nowhere")]
    public async Task A_request_that_contradicts_itself_is_refused(string problem, params string[] options)
    {
        using var folder = new TemporaryFolder();
        folder.Write("y_labels.csv", "none.bin,2,0\n");
        string[] given = [.. options.Select(option => option == "." ? folder.Path : option)];
        string[] set = given.Contains("--calibration", StringComparer.Ordinal) ? [] : ["--calibration", "ad01"];

        CommandLine run = await CommandLine.RunAsync(["model", "quantize", Official.Model("ad01_fp32.tflite"), .. set, .. given]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(problem, run.Error, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_quantized_model_is_refused()
    {
        CommandLine run = await CommandLine.RunAsync("model", "quantize", Official.Model("ad01_int8.tflite"), "--calibration", "ad01");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("the model is quantized already", run.Error, StringComparison.Ordinal);
    }
}
