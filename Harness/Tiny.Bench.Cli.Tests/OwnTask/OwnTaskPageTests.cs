using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Tiny.Bench.Cli.Boards;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli.OwnTask;

public sealed class OwnTaskPageTests : IDisposable
{
    private const string Manifest = "data/whistle/clips.csv";
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(5);

    private readonly TemporaryFolder _folder = new();
    private readonly IReadOnlyList<PageBlock> _page =
        PageBlock.Of(File.ReadAllText(Path.Combine(Repository.Root, "Datasets", "docs", "own-task.md")));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_page_does_what_it_says()
    {
        WriteFiles();
        var output = new StringBuilder();
        foreach (string command in _page.Where(block => block.Language == "sh").SelectMany(block => block.Lines))
        {
            (int code, string text) = await RunAsync(command);
            Assert.True(code == ExitCode.Good, $"{command} ended with {code}: {text}");
            output.Append(text);
        }

        IEnumerable<string> expected = _page.Where(block => block.Language == "text").SelectMany(block => block.Lines);
        Assert.NotEmpty(expected);
        Assert.All(expected, line => Assert.Contains(line, output.ToString(), StringComparison.Ordinal));
    }

    // Without this the page would also pass for a run that looks at no label.
    [Fact]
    public async Task A_wrong_label_costs_a_sample()
    {
        WriteFiles();
        _folder.Write(Manifest, Block(Manifest).Text.Replace("hum/office.wav,hum", "hum/office.wav,whistle", StringComparison.Ordinal));
        (_, string text) = await RunAsync(FirstCommand);
        Assert.Contains("5 of 6 correct", text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_task_runs_on_real_firmware_too()
    {
        await HostPort.BuildAsync();
        WriteFiles();
        (int code, string text) = await RunAsync(FirstCommand + " --target host-firmware");
        Assert.Equal(ExitCode.Good, code);
        Assert.Contains("6 of 6 correct", text, StringComparison.Ordinal);
    }

    private string FirstCommand => _page.First(block => block.Language == "sh").Lines[0];

    // What the reader of the page brings along: sounds, a model and its hash.
    private void WriteFiles()
    {
        string model = _folder.Write("models/whistle.tflite", TwoClassModel.Whistle());
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(model)));
        _folder.Write("suite.json", Block("suite.json").Text.Replace("MODEL_SHA256", sha256, StringComparison.Ordinal));
        _folder.Write(Manifest, Block(Manifest).Text);
        string[][] clips = [.. Block(Manifest).Lines.Skip(1).Select(line => line.Split(','))];
        for (int index = 0; index < clips.Length; index++)
            _folder.Write($"data/whistle/{clips[index][0]}", WavTone.Write(clips[index][1] == "hum" ? 200 : 2500, seed: index));
    }

    private PageBlock Block(string file) => _page.Single(block => block.File == file);

    private async Task<(int Code, string Output)> RunAsync(string command)
    {
        string[] words = command.Split(' ');
        Assert.Equal("tinybench", words[0]);
        string program = Path.Combine(AppContext.BaseDirectory, "tinybench.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. words[1..]])
        {
            WorkingDirectory = _folder.Path,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        using var deadline = new CancellationTokenSource(Deadline);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(deadline.Token);
            Task<string> error = process.StandardError.ReadToEndAsync(deadline.Token);
            await process.WaitForExitAsync(deadline.Token);
            return (process.ExitCode, await output + await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
