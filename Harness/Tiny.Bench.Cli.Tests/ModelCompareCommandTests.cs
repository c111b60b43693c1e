using System.Text.Json.Nodes;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli;

public sealed class ModelCompareCommandTests
{
    // Published: ad01_int8 scores 10.264468 on this file and has 276,976 bytes.
    [SkippableFact]
    public async Task An_autoencoder_is_compared_with_its_float_form()
    {
        JsonNode summary = (await CommandLine.RunAsync("model", "compare", Official.Model("ad01_fp32.tflite"), Official.Model("ad01_int8.tflite"), "ad01", "--json")).Json;

        Assert.Equal(9.707, (double)summary["a"]!["score"]!, 1e-3);
        Assert.Equal(10.264468, (double)summary["b"]!["score"]!, 1e-6);
        Assert.Equal(("FLOAT32", "INT8"), ((string)summary["a"]!["inputType"]!, (string)summary["b"]!["inputType"]!));
        Assert.Equal(276_976, (int)summary["b"]!["bytes"]!);
        Assert.Equal(264_192, (int)summary["b"]!["multiplyAccumulates"]!);
        Assert.Null(summary["mcNemar"]);
        Assert.Equal(10, summary["layers"]!.AsArray().Count);
        Assert.All(summary["layers"]!.AsArray(), layer => Assert.InRange((double)layer!["decibels"]!, 5, 60));
    }

    // 901 of the official 1000 are right; a model never differs from itself.
    [SkippableFact]
    public async Task A_classifier_equals_itself()
    {
        string model = Official.Model("kws_ref_model.tflite");
        CommandLine run = await CommandLine.RunAsync("model", "compare", model, model, "kws01");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("901 (90.1 %)", run.Output, StringComparison.Ordinal);
        Assert.Contains("only A right 0, only B right 0: McNemar's exact test gives p = 1", run.Output, StringComparison.Ordinal);
        Assert.Contains("equal", run.Output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Models_of_different_tasks_are_refused()
    {
        CommandLine run = await CommandLine.RunAsync("model", "compare", Official.Model("ad01_fp32.tflite"), Official.Model("kws_ref_model.tflite"), "ad01");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("ad01_fp32.tflite takes 640 values and gives 640, kws_ref_model.tflite 490 and 12", run.Error, StringComparison.Ordinal);
    }
}
