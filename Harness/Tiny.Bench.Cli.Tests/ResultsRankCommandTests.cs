using Tiny.Bench.Cli.Commands.Results;
using Tiny.Bench.Core;
using Tiny.Bench.Testing;
using static Tiny.Bench.Cli.ResultsRecords;

namespace Tiny.Bench.Cli;

public sealed class ResultsRankCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ResultsRankCommandTests()
    {
        _folder.Write("runs", Measured("B", 2000.5));
        _folder.Write("runs", Measured("A", 1000, correct: 850));
        _folder.Write("runs", Measured("C", 1) with { Quality = null, Performance = Measured("C", 1).Performance! with { Quick = true } });
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Prints_each_board_with_what_is_set_apart()
    {
        CommandLine run = Run(ResultsRankCommand.Create(), _folder["runs"]);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            """
            kws01, not submitted, measured: Latency [us], less is better
            rank   value    from      to round system
               1 1000.00 1000.00 1000.00 -     A
               2 2000.50 2000.50 2000.50 -     B
            set apart:
               value round system fact
             1.00000 -     C      Its windows are short on purpose: a quick run.

            kws01, not submitted, measured: Top-1 accuracy [share], more is better
            rank  value   from     to round system
               1 0.9010 0.8809 0.9180 -     B
               2 0.8500 0.8265 0.8708 -     A
            set apart:
             value round system fact
                 - -     C      It has no such figure.

            """,
            run.Output);
    }

    [Fact]
    public void Prints_a_table_of_all_rows()
    {
        string[] lines = Run(ResultsRankCommand.Create(), _folder["runs"], "--csv").Output.Split('\n');
        Assert.Equal("task,division,kind,measure,unit,rank,system,round,value,low,high,record,fact", lines[0]);
        Assert.Equal("kws01,,measured,latency,us,1,A,,1000,1000,1000,kws01-measured-2.json,", lines[1]);
    }

    [Fact]
    public void Prints_one_document()
    {
        CommandLine run = Run(ResultsRankCommand.Create(), _folder["runs"], "--json");
        var board = run.Json["leaderboards"]![0]!;
        Assert.Equal(("kws01", "measured", "latency", "us"), ((string)board["task"]!, (string)board["kind"]!, (string)board["measure"]!, (string)board["unit"]!));
        Assert.Equal((1, "A", 1000.0), ((int)board["rows"]![0]!["rank"]!, (string)board["rows"]![0]!["system"]!, (double)board["rows"]![0]!["value"]!));
        Assert.Equal("Its windows are short on purpose: a quick run.", (string)board["apart"]![0]!["fact"]!);
        Assert.Empty(run.Json["problems"]!.AsArray());
    }

    [Fact]
    public void What_cannot_be_read_is_listed()
    {
        _folder.Write("runs/torn.json", "{");
        CommandLine run = Run(ResultsRankCommand.Create(), _folder["runs"]);
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("not read: torn.json: ", run.Error, StringComparison.Ordinal);
        Assert.Equal("torn.json", (string)Run(ResultsRankCommand.Create(), _folder["runs"], "--json").Json["problems"]![0]!["name"]!);
    }

    [Fact]
    public void A_folder_without_a_record_is_a_failure()
    {
        _folder.Write("empty/log.txt", "no record");
        Assert.Equal(3, Run(ResultsRankCommand.Create(), _folder["empty"]).ExitCode);
    }

    [Fact]
    public void A_path_that_is_not_there_is_told() =>
        Assert.Throws<MissingFileException>(() => Run(ResultsRankCommand.Create(), _folder["none"]));

    [Fact]
    public void Two_forms_at_once_are_refused() =>
        Assert.NotEqual(0, Run(ResultsRankCommand.Create(), _folder["runs"], "--csv", "--json").ExitCode);
}
