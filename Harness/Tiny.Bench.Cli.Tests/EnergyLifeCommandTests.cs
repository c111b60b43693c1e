using System.Text.Json.Nodes;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Results.Records;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli;

public sealed class EnergyLifeCommandTests
{
    [Fact]
    public async Task Lists_every_preset()
    {
        CommandLine run = await CommandLine.RunAsync("energy", "life");
        Assert.Equal(0, run.ExitCode);
        foreach (string preset in (string[])["keyword-coin-cell", "predictive-maintenance", "camera-lorawan", "wearable-gesture"])
            Assert.Contains(preset, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_that_is_given_takes_the_place_of_the_presets()
    {
        string[] still = ["--set", "windows-per-day=0", "--set", "events-per-day=0", "--set", "self-discharge-per-year=0", "--set", "usable-share=1", "--set", "capacity-mAh=100:80:125", "--set", "sleep-uA=10"];
        CommandLine run = await CommandLine.RunAsync(["energy", "life", "--preset", "keyword-coin-cell", "--json", .. still]);
        JsonNode life = run.Json["lives"]![0]!;

        // 10,000 hours, and a quarter more or a fifth less.
        Assert.Equal(10_000 / 24.0 / 365.25, (double)life["years"]!, 1e-9);
        Assert.Equal(8_000 / 24.0 / 365.25, (double)life["lowYears"]!, 1e-9);
        Assert.Equal("capacity-mAh", (string?)life["figures"]![0]!["name"]);
        Assert.Equal("given", (string?)life["figures"]![0]!["source"]);
    }

    [Fact]
    public async Task Takes_the_energy_of_a_record_with_its_uncertainty()
    {
        using var folder = new TemporaryFolder();
        RunRecord record = ResultsRecords.Measured("board", 1000) with
        {
            Mode = RunMode.Energy,
            Energy = new EnergyRecord
            {
                Windows = [],
                MedianMicrojoulesPerInference = 500,
                Uncertainty = new EnergyUncertaintyRecord { ExpandedMicrojoules = 20, CoverageFactor = 2, Components = [] },
            },
        };
        string file = folder.Write("record.json", RunRecordJson.Write(record));
        CommandLine run = await CommandLine.RunAsync("energy", "life", "--preset", "keyword-coin-cell", "--record", file, "--json");
        JsonNode figure = run.Json["lives"]![0]!["figures"]!.AsArray().Single(one => (string?)one!["name"] == "second-stage-uJ")!;
        Assert.Equal((500, 480, 520), ((double)figure["value"]!, (double)figure["low"]!, (double)figure["high"]!));
    }

    [Fact]
    public async Task Draws_what_the_life_hangs_on()
    {
        using var folder = new TemporaryFolder();
        CommandLine run = await CommandLine.RunAsync("energy", "life", "--preset", "camera-lorawan", "--battery", "li-ion-18650", "--chart", folder["life.svg"]);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("sleep-uA", await File.ReadAllTextAsync(folder["life.svg"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--set", "sleep-uA")]
    [InlineData("--set", "sleep-uA=one")]
    [InlineData("--set", "sleep-uA=1:2")]
    [InlineData("--set", "sleep-uA=1:2:3")]
    [InlineData("--set", "false-accept-rate=2")]
    [InlineData("--set", "capacity-mAh=0")]
    [InlineData("--set", "mood=1")]
    [InlineData("--battery", "potato")]
    public async Task Refuses_what_is_no_figure(string option, string value) =>
        Assert.Equal(2, (await CommandLine.RunAsync("energy", "life", "--preset", "keyword-coin-cell", option, value)).ExitCode);
}
