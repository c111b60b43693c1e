using Tiny.Bench.Cli.Commands.Results;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Results.Records;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli;

public sealed class ResultsPackageCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_packaged_run_passes_the_check()
    {
        Store(quick: false);

        (int code, string output, string error) = Package();

        Assert.True(code == 0, error);
        Assert.Contains(Path.Combine("closed", "Acme", "systems", "Board-1.json"), output, StringComparison.Ordinal);
        Assert.Equal(0, CommandRun.Of(ResultsCheckCommand.Create(), _folder["round"]).Code);
    }

    [Fact]
    public void A_second_package_of_the_same_name_is_refused()
    {
        Store(quick: false);
        Package();
        (int code, _, string error) = Package();
        Assert.Equal(3, code);
        Assert.Contains("overwrites nothing", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quick_run_is_refused_with_the_rule()
    {
        Store(quick: true);

        (int code, _, string error) = Package();

        Assert.Equal(1, code);
        Assert.Contains("TB0160 error", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["round"]));
    }

    [Theory]
    [InlineData("--division", "network")]
    [InlineData("--submitter", "../Acme")]
    public void A_wrong_name_gives_exit_code_2(string option, string value)
    {
        Store(quick: false);
        Assert.Equal(2, CommandRun.Of(ResultsPackageCommand.Create(), [_folder["store"], "--out", _folder["round"], "--system", "B", .. option == "--submitter" ? [] : new[] { "--submitter", "A" }, option, value]).Code);
    }

    [Fact]
    public void A_folder_without_records_gives_exit_code_2()
    {
        Directory.CreateDirectory(_folder["store"]);
        Assert.Equal(2, Package().Code);
    }

    [Fact]
    public void A_record_that_cannot_be_read_is_not_left_out()
    {
        Store(quick: false);
        File.WriteAllText(_folder["store/torn.json"], "{\"schema\": 1, \"task\":");

        (int code, _, string error) = Package();

        Assert.Equal(3, code);
        Assert.Contains("torn.json", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["round"]));
    }

    private (int Code, string Output, string Error) Package() => CommandRun.Of(
        ResultsPackageCommand.Create(), _folder["store"], "--out", _folder["round"], "--submitter", "Acme", "--system", "Board-1", "--division", "closed");

    private void Store(bool quick)
    {
        var accuracy = new RunRecord
        {
            Task = "vww01",
            Mode = RunMode.Accuracy,
            Kind = RunKind.Measured,
            Target = "host",
            ToolVersion = "0.1.0",
            Quality = new QualityRecord { Samples = 1000, Correct = 860, Accuracy = 0.86 },
        };
        RunRecordStore.Write(_folder["store"], accuracy);
        RunRecordStore.Write(_folder["store"], accuracy with
        {
            Mode = RunMode.Performance,
            Quality = null,
            Performance = new PerformanceRecord
            {
                Windows = [.. Enumerable.Range(0, 5).Select(index => new WindowRecord { Input = $"{index}.bin", Inferences = 20, Seconds = 10.5, LatencyMicroseconds = 525_000 })],
                MedianLatencyMicroseconds = 525_000,
                Quick = quick,
                RuleMet = !quick,
            },
        });
    }
}
