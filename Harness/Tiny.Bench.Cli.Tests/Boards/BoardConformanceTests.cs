using System.Text.Json.Nodes;
using Tiny.Bench.Boards.Firmware;
using Tiny.Bench.Boards.Virtual;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli.Boards;

/// <summary><c>conformance --target</c> on real firmware: the right one, and faulty ones.</summary>
public sealed class BoardConformanceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task Our_firmware_is_conformant_on_all_that_a_plan_carries()
    {
        await HostPort.BuildAsync();
        CommandLine run = await CommandLine.RunAsync(["conformance", "--target", "host-firmware", "--task", "kws01", .. Files, "--json"]);

        Assert.True(run.ExitCode == ExitCode.Good, run.Error);
        Assert.Equal(("conformant", "double-rounding", 0), ((string)run.Json["verdict"]!, (string)run.Json["dialect"]!, (int)run.Json["failed"]!));
        Assert.InRange((int)run.Json["passed"]!, 130 + 3 + 6, int.MaxValue);
        Assert.All(run.Json["unsupportedCases"]!.AsArray(), left => Assert.False((bool)left!["isCarried"]!));
    }

    [SkippableFact]
    public async Task A_faulty_rounding_is_explained_and_cut_out()
    {
        await using HostFirmware board = await StartAsync("tests/kernels-faulty");
        string cutouts = _folder["cutouts"];
        CommandLine run = await CommandLine.RunAsync(
            ["conformance", "--target", $"{board.Address}", "--task", "ad01", .. Files, "--samples", "1", "--cutout", cutouts, "--json"]);

        Assert.Equal(ExitCode.BadVerdict, run.ExitCode);
        JsonNode model = run.Json["failures"]!.AsArray().First(failure => ((string)failure!["case"]!).StartsWith("ad01/", StringComparison.Ordinal))!;
        foreach (string field in (string[])["tensor", "element", "coordinates", "expected", "got", "differences", "accumulator", "multiplier", "shift"])
            Assert.NotNull(model[field]);
        Assert.Equal(1, (int)model["exchanges"]!);
        Assert.Contains(run.Json["failures"]!.AsArray(), failure => failure!["cutout"] is not null);

        // What was written fails again by itself, all of it.
        CommandLine again = await CommandLine.RunAsync(["conformance", "--target", $"{board.Address}", "--task", "kws01", .. Files, "--vectors", cutouts, "--json"]);
        JsonNode[] cut = [.. again.Json["failures"]!.AsArray().Where(failure => ((string)failure!["case"]!).StartsWith("cutout/", StringComparison.Ordinal))!];
        Assert.NotEmpty(cut);
        Assert.Equal(File.ReadLines(Path.Combine(cutouts, "cutout.jsonl")).Count(), cut.Length);
    }

    [SkippableFact]
    public async Task A_write_behind_the_arena_is_seen_though_every_output_is_right()
    {
        await using HostFirmware board = await StartAsync("tests/kernels-overrun");
        CommandLine run = await CommandLine.RunAsync(["conformance", "--target", $"{board.Address}", "--task", "kws01", .. Files, "--json"]);

        // All of CONV_2D and nothing else, to a single product.
        Assert.Equal(ExitCode.BadVerdict, run.ExitCode);
        Assert.NotEmpty(run.Json["failures"]!.AsArray());
        Assert.All(run.Json["failures"]!.AsArray(), failure => Assert.Equal(("conv2d", "1 bytes overwritten"), ((string)failure!["operator"]!, (string)failure["got"]!)));
        Assert.StartsWith("input [1,1,1,1], weights [1,1,1,1]", (string)run.Json["failures"]![0]!["cutout"]!, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Firmware_without_our_extension_gets_one_clear_error()
    {
        await using HostFirmware board = await HostFirmware.StartAsync(
            await HostPort.BuildAsync(new FirmwareOptions { Extension = false }), ["--reset-on-open"], CancellationToken.None);
        CommandLine run = await CommandLine.RunAsync(["conformance", "--target", $"{board.Address}", "--task", "kws01", .. Files]);

        Assert.Equal(ExitCode.WorldFailed, run.ExitCode);
        Assert.Contains("expected firmware with our extension", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [SkippableFact]
    public async Task A_board_that_dies_tells_how_far_the_run_came()
    {
        await using HostFirmware board = await HostFirmware.StartAsync(
            await HostPort.BuildAsync(), ["--crash-after", "30000"], CancellationToken.None);
        CommandLine run = await CommandLine.RunAsync(["conformance", "--target", $"{board.Address}", "--task", "kws01", .. Files]);

        Assert.Equal(ExitCode.WorldFailed, run.ExitCode);
        Assert.Contains("the vectors ended after", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("the vectors ended after 0 of", run.Error, StringComparison.Ordinal);
    }

    /// <summary>No rule is made up for a board whose fault is none of rounding.</summary>
    [SkippableTheory]
    [InlineData(null, "double-rounding", "tie probes", 5)]
    [InlineData("fully-connected-bias-missing", null, "checksums", 3)]
    public async Task The_dialect_is_named_from_checksums_and_probes(string? fault, string? dialect, string evidence, int samples)
    {
        string firmware = await HostPort.BuildAsync(new FirmwareOptions { Fault = fault });
        await using HostFirmware board = await HostFirmware.StartAsync(firmware, ["--reset-on-open"], CancellationToken.None);
        CommandLine run = await CommandLine.RunAsync(
            ["conformance", "--find-dialect", "--target", $"{board.Address}", "--task", "ad01", .. Files, "--samples", "3", "--json"]);
        Assert.Equal(dialect is null ? ExitCode.BadVerdict : ExitCode.Good, run.ExitCode);
        Assert.Equal((dialect, evidence, samples), ((string?)run.Json["exact"], (string?)run.Json["evidence"], (int)run.Json["samples"]!));
    }

    [Theory]
    [InlineData("--cutout", "somewhere")]
    [InlineData("--task", "kws01")]
    public async Task Options_about_boards_need_a_board(string option, string value)
    {
        CommandLine run = await CommandLine.RunAsync("conformance", option, value);
        Assert.Equal(ExitCode.BadRequest, run.ExitCode);
        Assert.Contains("--target", run.Error, StringComparison.Ordinal);
    }

    private static string[] Files =>
    [
        "--models", Path.GetDirectoryName(Official.Model("kws_ref_model.tflite"))!,
        "--datasets", Official.Dataset(""),
    ];

    private static async Task<HostFirmware> StartAsync(string kernels)
    {
        string folder = Path.Combine(Repository.Root, "Boards", "Firmware", kernels);
        string firmware = await HostPort.BuildAsync(new FirmwareOptions { Kernels = folder });
        return await HostFirmware.StartAsync(firmware, ["--reset-on-open"], CancellationToken.None);
    }
}
