using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli.Data;

public class DataShowCommandTests
{
    [Fact]
    public async Task A_picture_file_is_shown_without_a_task()
    {
        using var folder = new TemporaryFolder();

        // A white pixel above a black one, twice.
        string ppm = folder.Write("a.ppm", [.. "P6 2 2 255\n"u8, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0]);
        CommandLine run = await CommandLine.RunAsync("data", "show", ppm, "--svg", folder["a.svg"]);
        Assert.Equal((ExitCode.Good, $"{ppm}\n2 x 2 pixels\n@@@@\n\n", ""), (run.ExitCode, run.Output, run.Error));
        Assert.StartsWith("<svg", await File.ReadAllTextAsync(folder["a.svg"]), StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("kws01", "12", "tst_000012_Go_1.bin", "class 1 (Go), list official-1000", "49 frames of 10, -6 to 107 as int8 codes")]
    [InlineData("ic01", "cal_003.bin", "cal_003.bin", "class 4 (deer), list calibration-500", "32 x 32 pixels")]
    [InlineData("vww01", null, "000000000724.bin", "list jpeg-200", "96 x 96 pixels")]
    [InlineData("ad01", "0", "normal_id_01_00000000_hist_librosa.bin", "class 0 (normal)", "200 frames of 128, -66.9 to 2.05 dB, 196 windows")]
    public async Task A_sample_of_each_task_is_shown_with_what_it_is(string task, string? sample, string file, string meaning, string title)
    {
        string models = Path.GetDirectoryName(Official.Model("SHA256SUMS"))!;
        string[] arguments = ["data", "show", task, .. sample is null ? [] : new[] { sample }, "--models", models, "--datasets", Official.Dataset("")];
        CommandLine run = await CommandLine.RunAsync(arguments);
        Assert.Equal((ExitCode.Good, ""), (run.ExitCode, run.Error));
        string[] lines = run.Output.Split('\n');
        Assert.EndsWith($": {file}", lines[0], StringComparison.Ordinal);
        Assert.Contains(meaning, lines[1], StringComparison.Ordinal);
        Assert.StartsWith(title, lines[2], StringComparison.Ordinal);
        Assert.InRange(lines.Length, 16, 60);
    }

    [SkippableFact]
    public async Task A_sound_is_shown_as_waveform_and_spectrogram()
    {
        CommandLine run = await CommandLine.RunAsync("data", "show", Official.Dataset("wav/yes_1000ms.wav"));
        Assert.Equal(ExitCode.Good, run.ExitCode);
        Assert.Contains("\n1 s at 16000 Hz, 1 channel, peak 0.953 of full scale\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n32 frames of 128, -86.66 to 17.64 dB\n", run.Output, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData(ExitCode.BadRequest, "is neither a task", "nothing")]
    [InlineData(ExitCode.BadRequest, "it has 0 to 999", "kws01", "1000")]
    [InlineData(ExitCode.BadRequest, "expected a number from 0 to 999 or a file that it lists", "kws01", "tst.bin")]
    [InlineData(ExitCode.BadRequest, "not found", "missing.png")]
    [InlineData(ExitCode.BadRequest, "is a file and has no sample 3", "a.wav", "3")]
    public async Task What_cannot_be_shown_is_refused(int code, string error, params string[] what)
    {
        string models = Path.GetDirectoryName(Official.Model("SHA256SUMS"))!;
        CommandLine run = await CommandLine.RunAsync(["data", "show", .. what, "--models", models, "--datasets", Official.Dataset("")]);
        Assert.Equal((code, ""), (run.ExitCode, run.Output));
        Assert.Contains(error, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_file_is_the_world_s_failure()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("a.wav", "RIFF");
        Assert.Equal(ExitCode.WorldFailed, (await CommandLine.RunAsync("data", "show", path)).ExitCode);
    }
}
