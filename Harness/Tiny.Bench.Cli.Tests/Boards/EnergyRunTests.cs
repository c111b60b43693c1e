using System.Text.Json.Nodes;
using Tiny.Bench.Results.Records;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli.Boards;

/// <summary>Energy mode from end to end: energy firmware as a process, its pin seen by an emulated meter.</summary>
public sealed class EnergyRunTests : IDisposable
{
    private readonly TemporaryFolder _out = new();

    public void Dispose() => _out.Dispose();

    [SkippableTheory]
    [InlineData("emulated:lpm01a", "LPM01A 1.0.6 (EMULATED)", "--interface", "emulated")]
    [InlineData("emulated:ppk2", "PPK2 9173 (EMULATED)")]
    public async Task A_virtual_board_at_9600_baud_gives_one_simulated_record_with_all_windows(string meter, string monitor, params string[] between)
    {
        await HostPort.BuildAsync();
        CommandLine run = await CommandAsync(["--target", "host-firmware", "--meter", meter, .. between, "--supply", "1.8", "--quick", "--json"]);
        Assert.True(run.ExitCode == ExitCode.Good, run.Error);
        JsonNode json = Assert.Single(run.Json["runs"]!.AsArray())!;
        Assert.Equal(("simulated", "energy", true), ((string)json["kind"]!, (string)json["mode"]!, (bool)json["quick"]!));

        RunRecord record = RunRecordStore.Read((string)json["record"]!);
        EnergyRecord energy = record.Energy!;
        Assert.Equal((monitor, 1.8, 5), (energy.Monitor, energy.VoltageVolts, energy.Windows.Count));
        Assert.Equal(5, energy.Windows.DistinctBy(window => window.Input, StringComparer.Ordinal).Count());
        Assert.All(energy.Windows, window =>
        {
            // The emulated board takes 8 mA while it computes and 0.6 mA while it does not, whatever the speed of this machine;
            // at each edge a sample of a millisecond may hold some of both, and a thousandth is for the digits of the meter.
            Assert.True(window.Seconds >= 0.2);
            double edges = (0.002 / window.Seconds) + 0.001;
            Assert.Equal(8.0 * 1.8, window.Microjoules / window.Seconds / 1e3, tolerance: 8.0 * 1.8 * edges);
            Assert.Equal(0.6 * 1.8, window.IdleMilliwattsBefore!.Value, tolerance: 0.01);
            Assert.Equal(0.6 * 1.8, window.IdleMilliwattsAfter!.Value, tolerance: 0.01);
            Assert.Equal(7.4 * 1.8, window.MicrojoulesAboveIdle!.Value / window.Seconds / 1e3, tolerance: 8.0 * 1.8 * edges);
            Assert.Equal(8.0, window.MeanMilliamperes!.Value, tolerance: 8.0 * edges);
            Assert.Equal(window.Microjoules / 1.8, window.Microcoulombs!.Value, tolerance: 1e-3);
        });
        Assert.Equal((double)json["microjoulesPerInference"]!, energy.MedianMicrojoulesPerInference);
        Assert.Empty(Directory.GetFiles(_out.Path, "*.tmp"));
    }

    [SkippableFact]
    public async Task The_trace_beside_the_record_adds_up_to_its_windows()
    {
        await HostPort.BuildAsync();
        CommandLine run = await CommandAsync(["--target", "host-firmware", "--meter", "emulated:lpm01a", "--supply", "3.3", "--quick", "--json"]);
        Assert.True(run.ExitCode == ExitCode.Good, run.Error);
        EnergyRecord energy = RunRecordStore.Read((string)run.Json["runs"]![0]!["record"]!).Energy!;

        CommandLine check = await CommandLine.RunAsync(["energy", "check", _out.Path, "--json"]);
        JsonNode trace = Assert.Single(check.Json["traces"]!.AsArray())!;
        Assert.Equal(5, (int)trace["windows"]!);
        double[] recomputed = [.. trace["perWindow"]!.AsArray().Select(window => (double)window!["recomputedMicrojoules"]!)];
        Assert.All(energy.Windows.Zip(recomputed), pair => Assert.Equal(pair.First.Microjoules, pair.Second, tolerance: pair.First.Microjoules * 1e-5));
    }

    [SkippableTheory]
    [InlineData("needs --meter", "--target", "host-firmware", "--supply", "1.8")]
    [InlineData("needs --supply", "--target", "host-firmware", "--meter", "emulated:lpm01a")]
    [InlineData("must be more than 0 volts", "--target", "host-firmware", "--meter", "emulated:lpm01a", "--supply", "0")]
    [InlineData("measures a board; name one with --target", "--meter", "emulated:lpm01a", "--supply", "1.8")]
    [InlineData("sees no board but host-firmware", "--target", "qemu:mps2-an386", "--meter", "emulated:lpm01a", "--supply", "1.8")]
    [InlineData("--interface host is no port", "--target", "host-firmware", "--meter", "emulated:lpm01a", "--supply", "1.8", "--interface", "host")]
    [InlineData("a Joulescope is not driven", "--target", "host-firmware", "--meter", "js220:", "--supply", "1.8")]
    public async Task A_request_that_makes_no_sense_is_told_before_anything_is_opened(string problem, params string[] arguments)
    {
        CommandLine run = await CommandAsync(arguments);
        Assert.Equal(ExitCode.BadRequest, run.ExitCode);
        Assert.Contains(problem, run.Error, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_meter_that_is_not_there_ends_the_run_without_a_record()
    {
        CommandLine run = await CommandAsync(["--target", "host-firmware", "--meter", "lpm01a:/dev/nowhere", "--supply", "1.8"]);
        Assert.Equal(ExitCode.WorldFailed, run.ExitCode);
        Assert.Contains("/dev/nowhere", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_out.Path, "*.json"));
    }

    [SkippableFact]
    public async Task A_voltage_that_the_meter_cannot_give_is_told()
    {
        CommandLine run = await CommandAsync(["--target", "host-firmware", "--meter", "emulated:lpm01a", "--supply", "5"]);
        Assert.Equal(ExitCode.WorldFailed, run.ExitCode);
        Assert.Contains("cannot supply 5 V; expected 1.8 to 3.3", run.Error, StringComparison.Ordinal);
    }

    private Task<CommandLine> CommandAsync(string[] arguments) => CommandLine.RunAsync(
    [
        "run", "--task", "kws01", "--mode", "energy", .. arguments,
        "--models", Path.GetDirectoryName(Official.Model("kws_ref_model.tflite"))!,
        "--datasets", Path.GetDirectoryName(Official.Dataset("kws01"))!,
        "--out", _out.Path,
    ]);
}
