using System.Text.Json.Nodes;
using Tiny.Bench.Results.Records;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli;

public sealed class RunCommandTests : IDisposable
{
    private readonly TemporaryFolder _out = new();

    public void Dispose() => _out.Dispose();

    [SkippableFact]
    public async Task Kws01_has_901_of_1000_correct()
    {
        JsonNode run = await RunAsync("--task", "kws01", "--mode", "accuracy");

        Assert.Equal(901, (int)run["correct"]!);
        Assert.Equal(1000, (int)run["samples"]!);
        Assert.Equal(0.901, (double)run["accuracy"]!);
        Assert.Equal("double-rounding", (string)run["dialect"]!);
        Assert.True((bool)run["officialList"]!);
        Assert.True((bool)run["targetMet"]!);
    }

    [SkippableFact]
    public async Task In_float32_364_inputs_differ_and_7_change_their_class()
    {
        JsonNode run = await RunAsync("--task", "kws01", "--dialect", "float32");

        Assert.Equal(364, (int)run["differingInputs"]!);
        Assert.Equal(7, (int)run["top1Changes"]!);
        Assert.Equal(902, (int)run["correct"]!);
    }

    [SkippableTheory]
    [InlineData("kws01")]
    [InlineData("ad01")]
    public async Task Neither_threads_nor_kernels_change_an_answer(string task)
    {
        QualityRecord plain = await AnswersOfAsync("--threads", "1", "--kernels", "plain"), fast = await AnswersOfAsync("--threads", "3", "--kernels", "fast");

        Assert.NotNull(plain.AnswersSha256);
        Assert.Equal(plain, fast);

        async Task<QualityRecord> AnswersOfAsync(params string[] options)
        {
            JsonNode run = await RunAsync(["--task", task, "--samples", "40", .. options]);
            return RunRecordStore.Read((string)run["record"]!).Quality!;
        }
    }

    [SkippableTheory]
    [InlineData("ad01_int8.tflite", 10.264468)]
    [InlineData("model_ToyCar_quant_fullint.tflite", 10.259785)]
    public async Task Ad01_scores_a_real_file_as_published(string model, double score)
    {
        JsonNode run = await RunAsync("--task", "ad01", "--model", model);
        Assert.Equal(score, (double)run["score"]!, 1e-6);
    }

    [SkippableTheory]
    [InlineData("ic01", 441, 500)]
    [InlineData("ic02", 458, 500)]
    [InlineData("vww01", 179, 200)]
    public async Task Image_tasks_have_the_known_counts_on_lists_that_are_not_official(string task, int correct, int samples)
    {
        JsonNode run = await RunAsync("--task", task);

        Assert.Equal(correct, (int)run["correct"]!);
        Assert.Equal(samples, (int)run["samples"]!);
        Assert.False((bool)run["officialList"]!);
        Assert.Null(run["targetMet"]);
        Assert.InRange((double)run["wilsonLow"]!, 0.8, (double)run["accuracy"]!);
        Assert.InRange((double)run["wilsonHigh"]!, (double)run["accuracy"]!, 1);
    }

    [SkippableFact]
    public async Task The_text_says_when_a_list_is_not_official()
    {
        CommandLine run = await CommandLine.RunAsync(["run", "--task", "vww01", "--samples", "3", .. Files]);
        Assert.Contains("not the official list", run.Output, StringComparison.Ordinal);
        Assert.Contains("95 % interval", run.Output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_quick_performance_run_is_marked_and_keeps_every_window()
    {
        JsonNode run = await RunAsync("--task", "ad01", "--mode", "performance", "--quick");
        RunRecord record = RunRecordStore.Read((string)run["record"]!);

        Assert.True((bool)run["quick"]!);
        Assert.Equal((double)run["latencyMicroseconds"]!, record.Performance!.MedianLatencyMicroseconds);
        Assert.Equal(5, record.Performance.Windows.Count);
        Assert.All(record.Performance.Windows, window => Assert.True(window.Seconds >= 0.2));
        Assert.Equal(5, record.Performance.Windows.Select(window => window.Input).Distinct(StringComparer.Ordinal).Count());
        Assert.False(record.Performance.RuleMet);
    }

    [SkippableTheory]
    [InlineData("auto", "fast")]
    [InlineData("plain", "plain")]
    public async Task A_time_says_which_kernels_took_it(string kernels, string recorded)
    {
        JsonNode run = await RunAsync("--task", "ad01", "--mode", "performance", "--quick", "--kernels", kernels);
        Assert.Equal(recorded, RunRecordStore.Read((string)run["record"]!).System!.KernelLibrary);
    }

    [SkippableFact]
    public async Task A_target_that_is_missed_gives_exit_code_1()
    {
        CommandLine run = await CommandLine.RunAsync(["run", "--task", "kws01", "--set", "tasks.kws01.target=0.95", .. Files]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("95 %: missed", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_files_a_task_tells_where_it_looked_and_how_to_get_them()
    {
        CommandLine run = await CommandLine.RunAsync("run", "--task", "kws01", "--models", _out.Path, "--datasets", _out.Path);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("kws_ref_model.tflite", run.Error, StringComparison.Ordinal);
        Assert.Contains(_out.Path, run.Error, StringComparison.Ordinal);
        Assert.Contains("github.com/mlcommons/tiny", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--task nope", "nope")]
    [InlineData("--mode speed", "speed")]
    [InlineData("--dialect truncate", "truncate")]
    [InlineData("--target qemu:pdp11", "mps2-an386")]
    [InlineData("--target usb0", "is no board of the catalogue")]
    [InlineData("--target USB:0", "serial:PATH")]
    [InlineData("--mode conformance", "--target")]
    [InlineData("--samples 0", "at least 1")]
    [InlineData("--set tasks.kws01.colour=red", "colour")]
    [InlineData("--set nonsense", "KEY=VALUE")]
    [InlineData("--set tasks.kws01=1", "tasks.kws01: is \"1\"")]
    [InlineData("--set tasks.kws01.models.0=1", "tasks.kws01.models[0]: is \"1\"")]
    [InlineData("@file", "'@file'")]
    [InlineData("--model some.tflite", "--task")]
    [InlineData("--samples x", "at least 1")]
    [InlineData("--threads 0", "at least 1")]
    [InlineData("--threads two", "at least 1")]
    [InlineData("--threads 257", "at most 256")]
    [InlineData("--kernels quick", "quick")]
    [InlineData("--samples 99999999999", "at least 1")]
    [InlineData("--out ", "--out is empty")]
    [InlineData("--models ", "--models is empty")]
    [InlineData("--no-such-option", "--no-such-option")]
    public async Task A_wrong_request_gives_exit_code_2_and_says_why(string arguments, string expected)
    {
        CommandLine run = await CommandLine.RunAsync(["run", "--json", .. arguments.Split(' ')]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Without_a_command_the_help_is_printed_as_an_error()
    {
        CommandLine run = await CommandLine.RunAsync();
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("conformance", run.Error, StringComparison.Ordinal);
    }

    // The list names a sample that is not there, so the run itself would end in another error.
    [SkippableFact]
    public async Task A_folder_that_cannot_hold_records_is_said_before_the_run()
    {
        _out.Write("kws01/y_labels.csv", "absent.bin,12,0\n");
        string taken = _out.Write("taken", "");

        CommandLine run = await CommandLine.RunAsync(
            "run", "--task", "kws01", "--datasets", _out.Path, "--models", Path.GetDirectoryName(Official.Model("kws_ref_model.tflite"))!, "--out", taken);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains(taken, run.Error, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_known_name_with_other_content_says_both_hashes()
    {
        byte[] model = await File.ReadAllBytesAsync(Official.Model("kws_ref_model.tflite"));
        model[^1] ^= 1;
        _out.Write("kws_ref_model.tflite", model);

        CommandLine run = await CommandLine.RunAsync("run", "--task", "kws01", "--models", _out.Path, "--datasets", Official.Dataset(""));

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("aeea436800704fce17b17292e4412630ad856e9d777c044c64ef748a880bd0ae", run.Error, StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(model)), run.Error, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_model_of_another_input_size_says_both_sizes()
    {
        CommandLine run = await CommandLine.RunAsync(["run", "--task", "kws01", "--model", Official.Model("vww_96_int8.tflite"), .. Files]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("490", run.Error, StringComparison.Ordinal);
        Assert.Contains("27648", run.Error, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_corrupt_model_says_where_in_the_file()
    {
        string path = _out.Write("torn.tflite", (await File.ReadAllBytesAsync(Official.Model("kws_ref_model.tflite")))[..30_000]);

        CommandLine run = await CommandLine.RunAsync(["run", "--task", "kws01", "--model", path, .. Files]);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("torn.tflite at byte", run.Error, StringComparison.Ordinal);
    }

    private string[] Files =>
        ["--models", Path.GetDirectoryName(Official.Model("kws_ref_model.tflite"))!, "--datasets", Official.Dataset(""), "--out", _out.Path];

    private async Task<JsonNode> RunAsync(params string[] arguments)
    {
        CommandLine run = await CommandLine.RunAsync(["run", .. arguments, "--json", .. Files]);
        Assert.True(run.ExitCode == 0, run.Error);
        return Assert.Single(run.Json["runs"]!.AsArray())!;
    }
}
