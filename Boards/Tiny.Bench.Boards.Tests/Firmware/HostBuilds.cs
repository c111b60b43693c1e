using Tiny.Bench.Boards.Catalog;
using Tiny.Bench.Boards.Tools;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Firmware;

/// <summary>The firmware of the host port, built from this checkout with address and undefined-behaviour sanitizers, once for each set of options.</summary>
public sealed class HostBuilds : IDisposable
{
    private static readonly FirmwareFacts Host = new("host", "gcc", ["gcc", "libc6-dev"], "Boards/Firmware/ports/host");

    private readonly TemporaryFolder _folder = new();
    private readonly SemaphoreSlim _building = new(1);

    /// <summary>The folder with the firmware's Makefile.</summary>
    public static string Sources => Path.Combine(Repository.Root, "Boards", "Firmware");

    /// <summary>Builds with variables of the Makefile; skips the test where there is no compiler or no pseudo-terminal.</summary>
    /// <remarks>It has its own deadline of minutes: a compiler on a busy machine is slower than anything that a test waits for.</remarks>
    /// <returns>Full path of the program.</returns>
    public async Task<string> BuildAsync(params string[] variables)
    {
        InstalledTool.Require("make", "gcc");
        Skip.IfNot(OperatingSystem.IsLinux(), "The host port runs on Linux.");
        await _building.WaitAsync();
        try
        {
            string output = _folder[string.Join('_', ["host", .. variables])];
            return await new FirmwareMake(Sources, new ToolPath()).BuildAsync(Host, output, _ => { }, CancellationToken.None, [.. variables, "SANITIZE=1"]);
        }
        finally
        {
            _building.Release();
        }
    }

    public void Dispose()
    {
        _building.Dispose();
        _folder.Dispose();
    }
}
