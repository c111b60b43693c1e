using System.Text.Json.Nodes;
using Tiny.Bench.Cli.Commands.Results;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Results.Records;
using Tiny.Bench.Testing;
using static Tiny.Bench.Cli.ResultsRecords;

namespace Tiny.Bench.Cli;

public sealed class ResultsCompareCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Prints_every_figure_with_its_verdict()
    {
        string before = _folder.Write("a", Measured("B", 1000)), after = _folder.Write("b", Measured("B", 1060, correct: 880));
        CommandLine run = Run(ResultsCompareCommand.Create(), before, after);
        Assert.Equal(0, run.ExitCode);
        string[] lines = run.Output.Split('\n');
        Assert.Equal($"kws01: {before} -> {after}", lines[0]);
        Assert.Equal(["Latency", "1000.00", "1060.00", "us", "+6.0", "%", "+6.0", "%", "+6.0", "%", "worse"], Words(lines[2])[..11]);
        Assert.Equal(["Top-1", "accuracy", "0.9010", "0.8800", "share", "-2.10", "pt", "-4.85", "pt", "+0.64", "pt", "same"], Words(lines[3]));
    }

    // Only A is right on 10 samples, which chance does in 2 of 1024.
    [Fact]
    public void Runs_that_kept_their_answers_are_compared_sample_by_sample()
    {
        string before = Answered("a", Enumerable.Repeat(0, 12)), after = Answered("b", Enumerable.Repeat(1, 10).Concat([0, 0]));
        string output = Run(ResultsCompareCommand.Create(), before, after).Output;
        Assert.Contains("  answers: 12 samples, 10 with other output bytes\n", output, StringComparison.Ordinal);
        Assert.Contains("  McNemar: only A is right on 10, only B on 0; p = 0.00195, a difference at 0.05\n", output, StringComparison.Ordinal);
        JsonNode answers = Run(ResultsCompareCommand.Create(), before, after, "--json").Json["comparisons"]![0]!["answers"]!;
        Assert.Equal((12, 10), ((int)answers["samples"]!, (int)answers["mcNemar"]!["onlyFirst"]!));
        File.Delete(Directory.GetFiles(_folder["b"], "answers-*")[0]);
        Assert.Contains("  answers: not compared. The answers cannot be read: ", Run(ResultsCompareCommand.Create(), before, after).Output, StringComparison.Ordinal);
    }

    private string Answered(string folder, IEnumerable<int> topOnes)
    {
        SampleAnswer[] answers = [.. topOnes.Select((topOne, index) => new SampleAnswer { File = $"{index}.bin", ClassIndex = 0, TopOne = topOne, Output = $"{topOne}" })];
        RunRecord record = Measured("B", 1000);
        return _folder.Write(folder, record with { Quality = record.Quality! with { AnswersSha256 = AnswerFile.Write(_folder[folder], answers) } });
    }

    [Theory]
    [InlineData("slower:5%", 1)]
    [InlineData("slower:6%", 0)]
    [InlineData("less-accurate:1%", 1)]
    [InlineData("less-accurate:2.1%", 0)]
    [InlineData("larger-energy:5%", 1)]
    public void A_gate_decides_the_exit_code(string gate, int code)
    {
        string before = _folder.Write("a", Measured("B", 1000)), after = _folder.Write("b", Measured("B", 1060, correct: 880));
        CommandLine run = Run(ResultsCompareCommand.Create(), before, after, "--fail-if", gate);
        Assert.Equal(code, run.ExitCode);
        Assert.Contains($"{gate}: {(code == 0 ? "holds" : "fails")}", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void One_gate_of_several_is_enough_to_fail()
    {
        string before = _folder.Write("a", Measured("B", 1000)), after = _folder.Write("b", Measured("B", 1060));
        JsonNode document = Run(ResultsCompareCommand.Create(), before, after, "--fail-if", "less-accurate:1%", "--fail-if", "slower:5%", "--json").Json;
        Assert.Equal(
            ["less-accurate:1% true", "slower:5% false"],
            document["gates"]!.AsArray().Select(gate => $"{gate!["gate"]} {gate["holds"]}").ToArray());
        Assert.Contains("It takes 6 % more time; 5 % is allowed.", (string)document["gates"]![1]!["failures"]![0]!, StringComparison.Ordinal);
    }

    [Fact]
    public void Folders_are_compared_task_by_task()
    {
        _folder.Write("a", Measured("B", 1000));
        _folder.Write("a", Measured("B", 5000) with { Task = "ic01" });
        _folder.Write("b", Measured("B", 1000));
        CommandLine run = Run(ResultsCompareCommand.Create(), _folder["a"], _folder["b"], "--fail-if", "slower:5%");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("only in A: ic01-measured.json", run.Output, StringComparison.Ordinal);
        Assert.Contains("  ic01 (ic01-measured.json): it has no partner", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Kinds_are_refused_with_the_fact()
    {
        string before = _folder.Write("a", Measured("B", 1000)), after = _folder.Write("b", Measured("B", 1000) with { Kind = RunKind.Estimated });
        CommandLine run = Run(ResultsCompareCommand.Create(), before, after);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("refused: The first is measured, the second estimated: figures of different kinds are not compared.", run.Output, StringComparison.Ordinal);
        Assert.Contains("different kinds", (string)Run(ResultsCompareCommand.Create(), before, after, "--json").Json["comparisons"]![0]!["refusal"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void The_document_has_ratio_interval_and_verdict()
    {
        string before = _folder.Write("a", Measured("B", 1000)), after = _folder.Write("b", Measured("B", 500));
        JsonNode figure = Run(ResultsCompareCommand.Create(), before, after, "--json").Json["comparisons"]![0]!["figures"]![0]!;
        Assert.Equal(("latency", "better", 0.5), ((string)figure["measure"]!, (string)figure["verdict"]!, (double)figure["change"]!));
        Assert.Equal((0.5, 0.5), ((double)figure["changeLow"]!, (double)figure["changeHigh"]!));
    }

    [Fact]
    public void A_gate_does_not_pass_over_a_torn_record()
    {
        _folder.Write("a", Measured("B", 1000));
        _folder.Write("b", Measured("B", 1000));
        _folder.Write("b/torn.json", "{");
        Assert.Equal(0, Run(ResultsCompareCommand.Create(), _folder["a"], _folder["b"]).ExitCode);
        CommandLine gated = Run(ResultsCompareCommand.Create(), _folder["a"], _folder["b"], "--fail-if", "slower:5%");
        Assert.Equal(3, gated.ExitCode);
        Assert.StartsWith("not read: torn.json", gated.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_gate_is_a_wrong_request()
    {
        string record = _folder.Write("a", Measured("B", 1000));
        var error = Assert.Throws<RequestException>(() => Run(ResultsCompareCommand.Create(), record, record, "--fail-if", "faster:5%"));
        Assert.Equal("--fail-if faster:5%: expected slower:P%, larger-energy:P% or less-accurate:P% with a number P from 0 on, as in slower:5%", error.Message);
    }

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
