using System.Text.Json.Nodes;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli;

public sealed class ModelBenchCommandTests
{
    [SkippableFact]
    public async Task Prints_the_documented_fields_and_figures_that_fit_together()
    {
        CommandLine run = await CommandLine.RunAsync("model", "bench", Official.Model("kws_ref_model.tflite"), "--seconds", "0.1", "--json");

        Assert.Equal(0, run.ExitCode);
        JsonObject speed = run.Json.AsObject();
        Assert.Equal(
            ["model", "macs", "plainMicroseconds", "fastMicroseconds", "ratio", "gmacPerSecond", "gemmGmacPerSecond"],
            speed.Select(field => field.Key).Take(7),
            StringComparer.Ordinal);
        Assert.Equal("kws_ref_model.tflite", (string)speed["model"]!);
        Assert.Equal(2_656_768, (long)speed["macs"]!);
        Assert.Equal((double)speed["plainMicroseconds"]! / (double)speed["fastMicroseconds"]!, (double)speed["ratio"]!, precision: 6);
        Assert.Equal(2_656.768 / (double)speed["fastMicroseconds"]!, (double)speed["gmacPerSecond"]!, precision: 6);
    }

    [SkippableFact]
    public async Task Shows_which_kernel_ran_every_operator()
    {
        CommandLine run = await CommandLine.RunAsync("model", "bench", Official.Model("kws_ref_model.tflite"), "--seconds", "0.1");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("DEPTHWISE_CONV_2D [1,25,5,64] [1,25,5,64]", run.Output, StringComparison.Ordinal);
        Assert.Contains("times as fast, equal bytes", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("601")]
    [InlineData("NaN")]
    public async Task Refuses_a_time_that_is_none(string seconds)
    {
        CommandLine run = await CommandLine.RunAsync("model", "bench", "model.tflite", "--seconds", seconds);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--seconds must be more than 0 and at most 600", run.Error, StringComparison.Ordinal);
    }
}
