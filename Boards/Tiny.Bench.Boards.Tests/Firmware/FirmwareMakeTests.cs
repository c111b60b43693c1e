using System.Runtime.Versioning;
using Tiny.Bench.Boards.Catalog;
using Tiny.Bench.Boards.Tools;
using Tiny.Bench.Core;

namespace Tiny.Bench.Boards.Firmware;

[UnsupportedOSPlatform("windows")]
public sealed class FirmwareMakeTests : IDisposable
{
    private static readonly FirmwareFacts Firmware = new("mps2-an386", "arm-none-eabi-gcc", ["gcc-arm-none-eabi", "libnewlib-arm-none-eabi"], "test");
    private readonly FakeTools _tools = new();

    public void Dispose() => _tools.Dispose();

    [SkippableFact]
    public async Task Make_is_told_port_and_folder_and_names_the_file()
    {
        Posix();
        Sources();
        string elf = _tools.Write("out/firmware.elf", "elf");
        _tools.Add("make", $"echo \"$@\" >&2; echo {elf}");
        _tools.Add("arm-none-eabi-gcc", "");
        var lines = new List<string>();
        Assert.Equal(elf, await BuildAsync(lines.Add));
        Assert.Contains($"-C {_tools["src"]} --no-print-directory PORT=mps2-an386 OUT={_tools["out"]}", lines, StringComparer.Ordinal);
    }

    [SkippableFact]
    public async Task A_missing_compiler_is_told_with_its_packages()
    {
        Posix();
        Sources();
        _tools.Add("make", "exit 1");
        ToolException error = await Assert.ThrowsAsync<ToolException>(() => BuildAsync());
        Assert.Equal("arm-none-eabi-gcc: is not installed; expected it on PATH. Install it: sudo apt-get install gcc-arm-none-eabi libnewlib-arm-none-eabi", error.Message);
    }

    [SkippableFact]
    public async Task A_missing_make_is_told()
    {
        Posix();
        Sources();
        _tools.Add("arm-none-eabi-gcc", "");
        Assert.Equal("make", (await Assert.ThrowsAsync<ToolException>(() => BuildAsync())).Where);
    }

    [SkippableFact]
    public async Task A_build_that_fails_is_told_with_its_exit_code()
    {
        Posix();
        Sources();
        _tools.Add("make", "exit 2");
        _tools.Add("arm-none-eabi-gcc", "");
        Assert.Equal("make PORT=mps2-an386 ended with exit code 2; expected 0", (await Assert.ThrowsAsync<ToolException>(() => BuildAsync())).Problem);
    }

    [SkippableFact]
    public async Task A_build_that_names_no_file_is_an_error()
    {
        Posix();
        Sources();
        _tools.Add("make", "echo Nothing to be done");
        _tools.Add("arm-none-eabi-gcc", "");
        Assert.Contains("Nothing to be done", (await Assert.ThrowsAsync<ToolException>(() => BuildAsync())).Problem, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Sources_that_are_not_there_are_told_before_any_tool()
    {
        Posix();
        await Assert.ThrowsAsync<MissingFileException>(() => BuildAsync());
    }

    [SkippableFact]
    public async Task A_folder_that_make_cannot_take_is_refused()
    {
        Posix();
        Sources();
        var make = new FirmwareMake(_tools["src"], _tools.Path);
        Assert.Contains("blank", (await Assert.ThrowsAsync<ToolException>(() => make.BuildAsync(Firmware, _tools["my out"], _ => { }, CancellationToken.None))).Problem, StringComparison.Ordinal);
    }

    private static void Posix() => Skip.If(OperatingSystem.IsWindows(), "The programs are shell scripts.");

    private void Sources() => _tools.Write("src/Makefile", "all:\n");

    private Task<string> BuildAsync(Action<string>? print = null) =>
        new FirmwareMake(_tools["src"], _tools.Path).BuildAsync(Firmware, _tools["out"], print ?? (_ => { }), CancellationToken.None);
}
