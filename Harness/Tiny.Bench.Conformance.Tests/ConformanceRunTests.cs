using Tiny.Bench.Boards.Firmware;
using Tiny.Bench.Boards.Virtual;
using Tiny.Bench.Cli.Boards;
using Tiny.Bench.Reference.Vectors;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Conformance;

/// <summary>A whole run as its user meets it: the names of the tests, what is green, and how red reads.</summary>
public sealed class ConformanceRunTests
{
    [SkippableFact]
    public async Task Our_firmware_is_green_with_one_test_per_case()
    {
        await HostPort.BuildAsync();
        ChildTestRun run = await ChildTestRun.RunAsync("host-firmware");

        Assert.Empty(run.Failed);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(run.Names.Count, run.Names.Distinct(StringComparer.Ordinal).Count());
        foreach (VectorCase vectorCase in VectorSuite.Open(ShippedVectors.Folder).Cases)
            Assert.Single(run.Names, name => name.Contains($"({vectorCase.Id})", StringComparison.Ordinal) && name.Contains(vectorCase.Purpose, StringComparison.Ordinal));
        Assert.Contains(run.Passed, name => name.StartsWith("Vector(case: conv2d int8: ", StringComparison.Ordinal));
        Assert.Contains(run.Passed, name => name.StartsWith("Vector(case: softmax int8: ", StringComparison.Ordinal));
        Assert.Contains("not carried by a plan", run.Skipped.First(skipped => skipped.Key.Contains("conv2d int16", StringComparison.Ordinal)).Value, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Faulty_firmware_is_red_and_tells_element_and_accumulator_unless_it_is_waived()
    {
        using var folder = new TemporaryFolder();
        string waivers = folder.Write(
            "waivers.json",
            """[{ "case": "add_s8/*", "reason": "rounds once", "link": "https://example.org/7", "expires": "9999-12-31" }]""");
        string elf = await HostPort.BuildAsync(new FirmwareOptions { Kernels = Path.Combine(Repository.Root, "Boards", "Firmware", "tests", "kernels-faulty") });
        await using HostFirmware board = await HostFirmware.StartAsync(elf, ["--unix", folder["uart"]], CancellationToken.None);

        ChildTestRun run = await ChildTestRun.RunAsync(board.Address.ToString(), waivers);

        Assert.NotEqual(0, run.ExitCode);
        Assert.NotEmpty(run.Passed);
        Assert.DoesNotContain(run.Failed.Keys, name => name.Contains("(add_s8/", StringComparison.Ordinal));
        Assert.Contains(run.Skipped, skipped => skipped.Key.Contains("(add_s8/", StringComparison.Ordinal)
            && skipped.Value.Contains("waived until 9999-12-31: rounds once (https://example.org/7)", StringComparison.Ordinal));
        string message = run.Failed.First(failed => failed.Key.Contains("depthwise_conv2d int8", StringComparison.Ordinal)).Value;
        foreach (string word in (string[])["operator    depthwise_conv2d, tensor output", "element ", "expected ", "got ", "accumulator ", "catches "])
            Assert.Contains(word, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_that_is_gone_is_one_failure_and_skips_with_the_reason()
    {
        using var folder = new TemporaryFolder();
        string address = $"unix://{folder["no-board"]}";

        ChildTestRun run = await ChildTestRun.RunAsync(address);

        (string _, string message) = Assert.Single(run.Failed);
        Assert.StartsWith($"The target {address} failed: ", message, StringComparison.Ordinal);
        Assert.Empty(run.Passed);
        Assert.Contains(run.Skipped.Values, reason => reason.Contains("not run, the target failed before: ", StringComparison.Ordinal));
    }
}
