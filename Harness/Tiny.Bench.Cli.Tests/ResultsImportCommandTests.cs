using System.CommandLine;
using System.Text.Json.Nodes;
using Tiny.Bench.Cli.Commands.Results;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli;

public sealed class ResultsImportCommandTests
{
    private const string Log = "Performance results for window 1\n# Inferences : 100\nRuntime: 12.5 sec.\nThroughput: 8 inf./sec.\n0801.192511 ulp-mlperf: Median throughput is 8.000 inf./sec.\n";

    [Fact]
    public void Imports_a_round_and_a_second_time_writes_nothing()
    {
        using var folder = new TemporaryFolder();
        folder.Write("v1.3/closed/someone/results/a board/kws/performance/results.txt", Log);

        (int code, string output, string error) = Run(ResultsImportCommand.Create(), folder["v1.3"], "--out", folder["records"]);
        (_, string again, _) = Run(ResultsImportCommand.Create(), folder["v1.3"], "--out", folder["records"]);

        Assert.Equal(0, code);
        Assert.Contains("v1.3  1 record of 1 system\n1 record read, 1 written to", output, StringComparison.Ordinal);
        Assert.Contains("not read: v1.3/closed/someone/a board: has no description", error, StringComparison.Ordinal);
        Assert.Contains("1 record read, 0 written to", again, StringComparison.Ordinal);
        Assert.True(File.Exists(folder["records/v1.3/closed/someone/a board/kws01-published.json"]));
    }

    [Fact]
    public void Fails_only_when_nothing_can_be_read()
    {
        using var folder = new TemporaryFolder();
        folder.Write("v1.3/closed/someone/results/board/kws/performance/results.txt", "nothing of use");

        (int code, _, string error) = Run(ResultsImportCommand.Create(), folder["v1.3"], "--out", folder["records"]);

        Assert.Equal(3, code);
        Assert.Contains("results.txt: holds no throughput", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_records_and_trees_alike()
    {
        using var folder = new TemporaryFolder();
        folder.Write("v1.3/closed/someone/results/board/kws/performance/results.txt", Log);
        Run(ResultsImportCommand.Create(), folder["v1.3"], "--out", folder["records"]);

        (int code, string ofRecords, _) = Run(ResultsListCommand.Create(), folder["records"], "--csv");
        (_, string ofTree, _) = Run(ResultsListCommand.Create(), folder["v1.3"], "--csv");
        (_, string text, _) = Run(ResultsListCommand.Create(), folder["records"]);
        (_, string json, _) = Run(ResultsListCommand.Create(), folder["records"], "--json");

        Assert.Equal(0, code);
        Assert.Equal(ofTree, ofRecords);
        Assert.StartsWith("round,division,submitter,system,variant,board,status,", ofRecords, StringComparison.Ordinal);
        Assert.Contains("\nv1.3,closed,someone,board,,,,,,,,,,,kws01,125,8,100,12.5,", ofRecords, StringComparison.Ordinal);
        Assert.Contains("kws01", text, StringComparison.Ordinal);
        Assert.Equal("published", (string)JsonNode.Parse(json)!["records"]![0]!["kind"]!);
    }

    [Fact]
    public void A_table_in_two_forms_is_a_wrong_request() =>
        Assert.NotEmpty(ResultsListCommand.Create().Parse(["somewhere", "--csv", "--json"]).Errors);

    private static (int Code, string Output, string Error) Run(Command command, params string[] arguments)
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        int code = command.Parse(arguments).Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        return (code, output.ToString(), error.ToString());
    }
}
