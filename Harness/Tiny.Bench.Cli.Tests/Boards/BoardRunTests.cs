using System.Diagnostics;
using System.Text.Json.Nodes;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli.Boards;

/// <summary>The command on real firmware: in QEMU, and as a process of this machine.</summary>
public sealed class BoardRunTests : IDisposable
{
    private readonly TemporaryFolder _out = new();

    public void Dispose() => _out.Dispose();

    [SkippableFact]
    public async Task A_hundred_keywords_on_a_virtual_Cortex_M4_give_the_hosts_bytes()
    {
        RequireQemu();
        JsonNode run = Assert.Single(await RunAsync("--target", "qemu:mps2-an386", "--task", "kws01", "--samples", "100"))!;

        // The first 100 of the official list; 94 is what the host computes, and the official runner counted.
        Assert.Equal((100, 94, 0), ((int)run["samples"]!, (int)run["correct"]!, (int)run["differingInputs"]!));
        Assert.Equal(("simulated", "double-rounding", true), ((string)run["kind"]!, (string)run["dialect"]!, (bool)run["conformant"]!));
        Assert.Null(run["latencyMicroseconds"]);
        Assert.Empty(Directory.GetFiles(_out.Path, ".*"));
        Assert.Single(Directory.GetFiles(_out.Path, "*.transcript"));
    }

    [SkippableFact]
    public async Task Instructions_are_counted_alike_by_two_boards_of_one_kind()
    {
        RequireQemu();
        string[] arguments = ["--target", "qemu:netduinoplus2", "--task", "ad01", "--mode", "performance", "--mode", "conformance"];
        JsonArray first = await RunAsync(arguments), second = await RunAsync(arguments);
        Assert.True((double)first[0]!["instructions"]! > 264_192, "fewer instructions than multiply-accumulates");
        Assert.Equal((double)first[0]!["instructions"]!, (double)second[0]!["instructions"]!);
        Assert.Equal((200, 200, true), ((int)first[1]!["operators"]!, (int)first[1]!["equalOperators"]!, (bool)first[1]!["conformant"]!));
    }

    [SkippableFact]
    public async Task Two_boards_run_side_by_side()
    {
        await HostPort.BuildAsync();
        RequireQemu();
        JsonArray runs = await RunAsync("--target", "host-firmware", "--target", "qemu:riscv32-virt", "--task", "kws01", "--samples", "5");
        Assert.Equal(["host-firmware", "qemu:riscv32-virt"], runs.Select(run => (string)run!["target"]!).ToArray());
        Assert.All(runs, run => Assert.True((bool)run!["conformant"]!));
    }

    [SkippableFact]
    public async Task A_model_that_does_not_fit_is_refused_with_both_sizes()
    {
        CommandLine run = await CommandAsync("--target", "qemu:mps2-an386", "--arena", "65536", "--task", "ic02");
        Assert.Equal(
            (ExitCode.BadRequest, "tinybench: ic02 on qemu:mps2-an386: needs 125952 bytes of arena; the board has 65536"), (run.ExitCode, run.Error.TrimEnd()));
        Assert.Empty(run.Output);
    }

    [SkippableTheory]
    [InlineData("kws01", "16496")]
    [InlineData("vww01", "82944")]
    public async Task Nothing_runs_on_16_KB_and_nothing_is_uploaded(string task, string needed)
    {
        await HostPort.BuildAsync();
        CommandLine run = await CommandAsync("--target", "host-firmware", "--arena", "16384", "--task", task);
        Assert.Equal(ExitCode.BadRequest, run.ExitCode);
        Assert.Contains($"needs {needed} bytes of arena; the board has 16384", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("tb open", File.ReadAllText(Directory.GetFiles(_out.Path, "*.transcript").Single()), StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("logs/v0.5__reference__Nucleo-L4R5ZI__kws__accuracy__log.txt", 901)]
    [InlineData("rounds/v1.3/closed/STMicroelectronics/results/NUCLEO_L4R5ZI-P/kws/accuracy/log.txt", 902)]
    public async Task A_published_log_answers_as_its_board_did(string log, int correct)
    {
        JsonNode run = Assert.Single(await RunAsync("--target", $"replay:{Official.Published(log)}", "--task", "kws01"))!;
        Assert.Equal(("published", 1000, correct), ((string)run["kind"]!, (int)run["samples"]!, (int)run["correct"]!));
        Assert.Null(run["dialect"]);
        Assert.Equal("three digits", (string)run["printed"]!);
    }

    [SkippableFact]
    public async Task A_recording_of_another_model_is_refused()
    {
        CommandLine run = await CommandAsync("--target", $"replay:{Official.Published("transcripts/ic01_accuracy20.txt")}", "--task", "kws01");
        Assert.Equal(ExitCode.WorldFailed, run.ExitCode);
        Assert.Contains("the board runs ic01; expected kws01", run.Error, StringComparison.Ordinal);
    }

    /// <summary>The real process is killed in the middle of a run; another one goes on after the last sample in the journal.</summary>
    [SkippableFact]
    public async Task A_run_that_was_killed_goes_on_with_resume()
    {
        await HostPort.BuildAsync();
        string[] arguments = ["run", "--target", "host-firmware", "--task", "kws01", "--samples", "300", .. Files];
        string program = Path.Combine(AppContext.BaseDirectory, "tinybench.dll");
        using (var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!)
        {
            string journal = Path.Combine(_out.Path, ".kws01-host-firmware.journal");
            var patience = Stopwatch.StartNew();
            while (!process.HasExited && (!File.Exists(journal) || new FileInfo(journal).Length < 20 * 200))
            {
                Assert.True(patience.Elapsed < TimeSpan.FromMinutes(2), "the run does not get on");
                await Task.Delay(5);
            }

            Assert.False(process.HasExited, "the run was over before it could be killed");
            process.Kill();
            await process.WaitForExitAsync();
            Assert.InRange(File.ReadLines(journal).Count(), 20, 300);
        }

        JsonNode run = Assert.Single(await RunAsync("--target", "host-firmware", "--task", "kws01", "--samples", "300", "--resume"))!;
        Assert.Equal((300, 0), ((int)run["samples"]!, (int)run["differingInputs"]!));
        string resumed = File.ReadAllText(Directory.GetFiles(_out.Path, "*.transcript").Order(StringComparer.Ordinal).Last());
        int inferences = resumed.Split("tb run ").Length - 1;
        Assert.InRange(inferences, 1, 281);
    }

    private static void RequireQemu()
    {
        InstalledTool.Require("make", "qemu-system-arm", "arm-none-eabi-gcc", "qemu-system-riscv32", "riscv64-unknown-elf-gcc");
    }

    private string[] Files =>
    [
        "--models", Path.GetDirectoryName(Official.Model("kws_ref_model.tflite"))!,
        "--datasets", Path.GetDirectoryName(Official.Dataset("kws01"))!,
        "--out", _out.Path,
    ];

    private async Task<JsonArray> RunAsync(params string[] arguments)
    {
        CommandLine run = await CommandAsync([.. arguments, "--json"]);
        Assert.True(run.ExitCode == ExitCode.Good, run.Error);
        return run.Json["runs"]!.AsArray();
    }

    private Task<CommandLine> CommandAsync(params string[] arguments) => CommandLine.RunAsync(["run", .. arguments, .. Files]);
}
