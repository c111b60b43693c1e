using System.Text;
using Tiny.Bench.Boards.Tools;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Firmware;

/// <summary>The Makefile of the firmware, and the C side's own tests: on this machine, under the sanitizers.</summary>
public sealed class FirmwareTests : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task The_tests_of_the_C_side_pass()
    {
        (int exitCode, string output) = await MakeAsync("test");
        Assert.True(exitCode == 0, output);
    }

    [SkippableTheory]
    [InlineData("PORT=nonsense", "There is no port 'nonsense'")]
    [InlineData("QUIRKS=echo,nonsense", "Unknown quirk: nonsense")]
    [InlineData("FAULT=nonsense", "Unknown fault: nonsense")]
    [InlineData("FAULT=int4-nibbles-swapped", "has no edits of C sources")]
    public async Task What_the_Makefile_does_not_know_is_refused(string variable, string message)
    {
        (int exitCode, string output) = await MakeAsync(variable);
        Assert.NotEqual(0, exitCode);
        Assert.Contains(message, output, StringComparison.Ordinal);
    }

    private async Task<(int ExitCode, string Output)> MakeAsync(string argument)
    {
        InstalledTool.Require("make", "gcc");
        var output = new StringBuilder();
        ToolRun run = await ToolRun.StartAsync(
            new ToolPath().Find("make")!, ["-s", "-C", HostBuilds.Sources, $"OUT={_folder.Path}", argument], Longest, line => output.AppendLine(line), TimeProvider.System, default);
        return (run.ExitCode, output.ToString());
    }
}
