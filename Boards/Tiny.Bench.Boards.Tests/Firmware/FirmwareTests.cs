using Tiny.Bench.Boards.Links;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Firmware;

/// <summary>The C side's own tests, on this machine, under the sanitizers.</summary>
public class FirmwareTests
{
    [SkippableFact]
    public async Task The_tests_of_the_C_side_pass()
    {
        InstalledTool.Require("make", "gcc");
        using var folder = new TemporaryFolder();
        ProgramRun run = await ProgramRun.OfAsync("make", "-s", "-C", HostBuilds.Sources, $"OUT={folder.Path}", "test");
        Assert.True(run.ExitCode == 0, run.Output);
    }

    [SkippableFact]
    public async Task An_unknown_port_or_quirk_is_refused_with_the_known_ones()
    {
        InstalledTool.Require("make", "gcc");
        Assert.NotEqual(0, (await ProgramRun.OfAsync("make", "-C", HostBuilds.Sources, "PORT=nonsense")).ExitCode);
        Assert.NotEqual(0, (await ProgramRun.OfAsync("make", "-C", HostBuilds.Sources, "QUIRKS=nonsense")).ExitCode);
    }
}
