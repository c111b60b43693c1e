using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli;

public sealed class DataConvertCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Through our front end the official model hears the reference's words: yes and silence are right, no is Go.
    [SkippableFact]
    public async Task Converted_words_run_as_the_official_data_set()
    {
        foreach ((string sound, string folder) in new[] { ("yes", "yes"), ("no", "no"), ("silence", "_silence_"), ("noise", "_unknown_") })
            _folder.Write($"speech/{folder}/clip.wav", File.ReadAllBytes(Official.Dataset($"wav/{sound}_1000ms.wav")));
        _folder.Write("speech/LICENSE", "free");

        CommandLine convert = await CommandLine.RunAsync("data", "convert", "--task", "kws01", _folder["speech"], "--out", _folder["datasets"], "--json");
        Assert.Equal(ExitCode.Good, convert.ExitCode);
        Assert.Equal(4, (int)convert.Json["samples"]!);
        Assert.Equal("LICENSE", (string)convert.Json["passedOver"]![0]!);

        string models = Path.GetDirectoryName(Official.Model("kws_ref_model.tflite"))!;
        CommandLine run = await CommandLine.RunAsync(
            "run", "--task", "kws01", "--datasets", _folder["datasets"], "--models", models, "--out", _folder["out"], "--json");
        Assert.Equal(3, (int)run.Json["runs"]![0]!["correct"]!);
        Assert.Equal(4, (int)run.Json["runs"]![0]!["samples"]!);
    }

    [Fact]
    public async Task Tells_what_it_wrote_and_what_it_passed_over()
    {
        _folder.Write("cifar/test_batch.bin", new byte[2 * 3073]);
        for (int index = 0; index < 7; index++)
            _folder.Write($"pictures/extra{index}.jpg", "x");
        _folder.Write("pictures/person/a.bin", new byte[27648]);

        CommandLine batches = await CommandLine.RunAsync("data", "convert", "--task", "ic02", _folder["cifar/test_batch.bin"], "--out", _folder["datasets"]);
        Assert.Contains($"2 samples in {_folder["datasets/ic01"]}", batches.Output, StringComparison.Ordinal);
        CommandLine pictures = await CommandLine.RunAsync("data", "convert", "--task", "vww01", _folder["pictures"], "--out", _folder["datasets"]);
        Assert.Contains("extra4.jpg: passed over", pictures.Error, StringComparison.Ordinal);
        Assert.Contains("and 2 more", pictures.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_task_that_has_no_raw_form_and_a_source_that_is_not_there()
    {
        Assert.Equal(ExitCode.BadRequest, (await CommandLine.RunAsync("data", "convert", "--task", "xyz", "a", "--out", "b")).ExitCode);
        CommandLine missing = await CommandLine.RunAsync("data", "convert", "--task", "kws01", _folder["none"], "--out", _folder["datasets"]);
        Assert.Equal(ExitCode.BadRequest, missing.ExitCode);
        Assert.False(Directory.Exists(_folder["datasets"]));
    }
}
