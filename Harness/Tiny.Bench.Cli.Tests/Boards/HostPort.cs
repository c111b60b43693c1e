using Tiny.Bench.Boards.Catalog;
using Tiny.Bench.Boards.Firmware;
using Tiny.Bench.Boards.Systems;
using Tiny.Bench.Boards.Tools;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli.Boards;

/// <summary>The firmware as a process of this machine, built once for all tests.</summary>
internal static class HostPort
{
    /// <summary>Opens it and whatever else a test starts.</summary>
    public static BoardTargets Targets() => new(BoardCatalog.Load([BoardCatalog.DefaultFolder]), Cache(), TimeProvider.System);

    /// <summary>Builds it, or takes what the user's cache holds; skips the test where make or gcc is missing.</summary>
    public static async Task<string> BuildAsync(FirmwareOptions? options = null)
    {
        InstalledTool.Require("make", "gcc");
        FirmwareFacts firmware = BoardCatalog.Load([BoardCatalog.DefaultFolder]).Find("host-firmware")!.Firmware!;
        return await Cache().BuildAsync(firmware, options ?? new FirmwareOptions(), CancellationToken.None);
    }

    private static FirmwareCache Cache() => new(Path.Combine(Repository.Root, "Boards", "Firmware"), FirmwareCache.DefaultFolder, new ToolPath());
}
