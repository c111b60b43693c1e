using Tiny.Bench.Boards.Catalog;
using Tiny.Bench.Boards.Firmware;
using Tiny.Bench.Boards.Tools;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli.Boards;

/// <summary>The firmware as a process of this machine, built once for all tests.</summary>
internal static class HostPort
{
    /// <summary>Builds it, or takes what the user's cache holds; skips the test where make or gcc is missing.</summary>
    public static async Task<string> BuildAsync(FirmwareOptions? options = null)
    {
        InstalledTool.Require("make", "gcc");
        var cache = new FirmwareCache(Path.Combine(Repository.Root, "Boards", "Firmware"), FirmwareCache.DefaultFolder, new ToolPath());
        FirmwareFacts firmware = BoardCatalog.Load([BoardCatalog.DefaultFolder]).Find("host-firmware")!.Firmware!;
        return await cache.BuildAsync(firmware, options ?? new FirmwareOptions(), CancellationToken.None);
    }
}
