using Tiny.Bench.Boards.Catalog;
using Tiny.Bench.Boards.Links;
using Tiny.Bench.Boards.Tools;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Firmware;

public sealed class FirmwareCacheTests : IDisposable
{
    private static readonly FirmwareFacts Toy = new("toy", "gcc", ["gcc"], "this test");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task What_was_built_once_needs_no_compiler_again()
    {
        using var deadline = new Deadline();
        WriteSources("int main(void) { return 0; }\n");

        string first = await Build(new ToolPath()).BuildAsync(Toy, new FirmwareOptions(), deadline.Token);
        string second = await Build(new ToolPath("")).BuildAsync(Toy, new FirmwareOptions(), deadline.Token);

        Assert.Equal(first, second);
        Assert.Equal(first, Assert.Single(Directory.GetFiles(_folder["cache"])));
    }

    [SkippableFact]
    public async Task Another_source_or_option_is_another_firmware()
    {
        using var deadline = new Deadline();
        WriteSources("int main(void) { return 0; }\n");
        string plain = await Build(new ToolPath()).BuildAsync(Toy, new FirmwareOptions(), deadline.Token);
        string small = await Build(new ToolPath()).BuildAsync(Toy, new FirmwareOptions { ArenaBytes = 65536 }, deadline.Token);
        WriteSources("int main(void) { return 1; }\n");
        string changed = await Build(new ToolPath()).BuildAsync(Toy, new FirmwareOptions(), deadline.Token);

        Assert.Equal(3, new[] { plain, small, changed }.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal("PORT=toy ENERGY=0 EXTENSION=1 ARENA_BYTES=65536", (await File.ReadAllLinesAsync(small, deadline.Token))[0]);
    }

    [SkippableFact]
    public async Task Four_builds_at_once_give_one_file()
    {
        using var deadline = new Deadline();
        WriteSources("int main(void) { return 0; }\n");

        string[] paths = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(
            () => Build(new ToolPath()).BuildAsync(Toy, new FirmwareOptions(), deadline.Token), deadline.Token)));

        Assert.Equal(Directory.GetFiles(_folder["cache"]), paths.ToHashSet(StringComparer.Ordinal).ToArray());
    }

    [SkippableFact]
    public async Task A_failed_build_tells_what_was_printed_last()
    {
        using var deadline = new Deadline();
        WriteSources("int main(void) { return nothing; }\n");

        ToolException problem = await Assert.ThrowsAsync<ToolException>(
            () => Build(new ToolPath()).BuildAsync(Toy, new FirmwareOptions(), deadline.Token));

        Assert.Contains("toy.c:1:", problem.Message, StringComparison.Ordinal);
        Assert.Contains("nothing", problem.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder["cache"]));
    }

    [Fact]
    public async Task A_compiler_that_is_not_there_is_told_with_its_package()
    {
        using var deadline = new Deadline();
        WriteSources("");
        string make = _folder.Write("tools/make", "");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(make, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        ToolException problem = await Assert.ThrowsAsync<ToolException>(
            () => Build(new ToolPath(_folder["tools"])).BuildAsync(Toy, new FirmwareOptions(), deadline.Token));

        Assert.Equal("gcc: is not installed; expected it on PATH. Install it: sudo apt-get install gcc", problem.Message);
    }

    private FirmwareCache Build(ToolPath tools) => new(_folder["sources"], _folder["cache"], tools);

    // Its "ELF" is the compiler's verdict with the variables in front: a build of this Makefile takes milliseconds.
    private void WriteSources(string program)
    {
        InstalledTool.Require("make", "gcc");
        _folder.Write("sources/toy.c", program);
        _folder.Write("sources/Makefile", "all:\n\tgcc -S -o $(OUT)/toy.s toy.c\n"
            + "\techo PORT=$(PORT) ENERGY=$(ENERGY) EXTENSION=$(EXTENSION) ARENA_BYTES=$(ARENA_BYTES) > $(OUT)/toy.elf\n"
            + "\tcat $(OUT)/toy.s >> $(OUT)/toy.elf\n\t@echo $(OUT)/toy.elf\n");
    }
}
