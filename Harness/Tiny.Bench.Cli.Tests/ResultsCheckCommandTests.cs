using System.Text.Json.Nodes;
using Tiny.Bench.Cli.Commands.Results;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli;

public sealed class ResultsCheckCommandTests : IDisposable
{
    private const string Results = "closed/Acme/results/Board-1/sww/performance/results.txt";
    private const string Good = "Accuracy: 44 True positives, 6 False negatives, 4 False positives\nAverage duty cycle: 0.60\nEstimated throughput: 51.4 inf./sec.\n";

    private readonly TemporaryFolder _tree = new();

    public ResultsCheckCommandTests()
    {
        _tree.Write("closed/Acme/systems/Board-1.json", "{ \"Status\": \"Available\" }");
        _tree.Write(Results, Good);
        _tree.Write("closed/Acme/results/Board-1/sww/performance/log.txt", "m-ready\n");
        _tree.Write("closed/Acme/results/Board-1/sww/performance/results.json", "[]");
    }

    public void Dispose() => _tree.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("closed")]
    [InlineData("closed/Acme")]
    public void A_good_submission_gives_exit_code_0_from_each_of_its_folders(string folder)
    {
        (int code, string output, _) = Run(_tree[folder]);
        Assert.Equal(0, code);
        Assert.Equal("1 submissions, 0 records: 0 errors, 0 warnings\n", output.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("300.000", 0)]
    [InlineData("540.000", 1)]
    public void An_energy_has_to_be_what_its_trace_adds_up_to(string printed, int expected)
    {
        _tree.Write("closed/Acme/results/Board-1/sww/energy/results.txt", $"Energy data for trial 0\n  Elapsed time  : 0.003\n  Inferences    : 1\n  Power         : 100.0000 mW.\n  Total Energy  : {printed} uJ\n  Energy/Inf    : {printed} uJ/inf\nMedian energy cost is {printed} uJ/inf.\n");
        _tree.Write("closed/Acme/results/Board-1/sww/energy/log.txt", "m-ready\n");
        _tree.Write("closed/Acme/results/Board-1/sww/energy/results.json", "[{\"power\": {\"samples\": [1e-5, 1e-4, 1e-4, 1e-4, 1e-5], \"timestamps\": [[\"00\", 1], [\"01\", 4]]}}]");

        (_, string output, _) = Run(_tree.Path);

        Assert.Equal(expected, output.Split('\n').Count(line => line.StartsWith("TB0139 error   closed/Acme/results/Board-1/sww/energy/results.txt, line 1", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_broken_rule_gives_exit_code_1_and_is_printed_with_its_place_and_count()
    {
        _tree.Write(Results, Good.Replace("4 False", "9 False", StringComparison.Ordinal));

        (int code, string output, _) = Run(_tree.Path);

        string[] lines = output.Split('\n', StringSplitOptions.TrimEntries);
        Assert.Equal(1, code);
        Assert.Equal($"TB0123 error   {Results}: 9 false positives; at most 8 are allowed", lines[0]);
        Assert.StartsWith("TB0123 error        1 In the closed", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_warning_alone_gives_exit_code_0()
    {
        _tree.Write("closed/Acme/results/Board-1/sww/performance/log.txt", "e-[Unknown command: foo]\n");
        (int code, string output, _) = Run(_tree.Path);
        Assert.Equal(0, code);
        Assert.Contains("TB0143 warning", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_names_file_line_and_window()
    {
        _tree.Write("closed/Acme/results/Board-1/kws/performance/results.txt", "Performance results for window 1\n# Inferences : 250\nRuntime: 7.35 sec.\n");

        (int code, string output, _) = Run(_tree.Path, "--json");

        JsonNode window = JsonNode.Parse(output)!["violations"]!.AsArray().Single(violation => (string)violation!["rule"]! == "TB0130")!;
        Assert.Equal(1, code);
        Assert.Equal("closed/Acme/results/Board-1/kws/performance/results.txt", (string)window["file"]!);
        Assert.Equal((1, 1), ((int)window["line"]!, (int)window["window"]!));
        Assert.Equal("error", (string)window["severity"]!);
    }

    [Fact]
    public void A_link_is_named_and_not_followed()
    {
        Directory.CreateSymbolicLink(_tree["closed/Acme/results/loop"], _tree["closed"]);
        (int code, string output, _) = Run(_tree.Path);
        Assert.Equal(1, code);
        Assert.StartsWith("TB0102 error   closed/Acme/results/loop: ", output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void The_window_of_7_35_s_is_found_among_the_published_logs()
    {
        (int code, string output, _) = Run(Official.Published("logs"));
        Assert.Equal(1, code);
        Assert.Contains("TB0130 error   v1.3/kai_jiang/K1_BOARD_V1.0/ad/performance/results.txt, line 1, window 1: lasts 7.352316 s", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_or_holds_no_results_gives_exit_code_2()
    {
        using var empty = new TemporaryFolder();
        (int code, _, string error) = Run(empty.Path);
        Assert.Equal(2, code);
        Assert.Contains("neither a submission", error, StringComparison.Ordinal);
        Assert.Equal(2, Run(empty["nowhere"]).Code);
    }

    private static (int Code, string Output, string Error) Run(params string[] arguments) => CommandRun.Of(ResultsCheckCommand.Create(), arguments);
}
