using Tiny.Bench.Boards.Catalog;
using Tiny.Bench.Boards.Virtual;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli.Boards;

/// <summary>The firmware as a process of this machine, built once for all tests.</summary>
internal static class HostPort
{
    /// <summary>Builds it, or takes what the user's cache holds; skips the test where make or gcc is missing.</summary>
    public static async Task<string> BuildAsync(FirmwareOptions? options = null)
    {
        var tools = new ToolPath();
        foreach (string tool in new[] { "make", "gcc" })
        {
            if (tools.Find(tool) is null)
                Requirement.Missing(tool, $"{tool} is not installed.");
        }

        var build = new FirmwareBuild(Path.Combine(Repository.Root, "Boards", "Firmware"), FirmwareBuild.DefaultCache, tools);
        FirmwareFacts firmware = BoardCatalog.Load([BoardCatalog.DefaultFolder]).Find("host-firmware")!.Firmware!;
        return await build.BuildAsync(firmware, options ?? new FirmwareOptions(), CancellationToken.None);
    }
}
