using System.CommandLine;
using Tiny.Bench.Cli.Commands.Results;
using Tiny.Bench.Core;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Results.Records;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli;

public sealed class ResultsPublishCommandTests : IDisposable
{
    private static readonly RunRecord Record = new() { Task = "kws01", Kind = RunKind.Measured, Target = "host", ToolVersion = "0.1.0" };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Publishes_several_stores_and_lists_what_is_no_record()
    {
        RunRecordStore.Write(_folder["one"], Record);
        RunRecordStore.Write(_folder["two"], Record);
        _folder.Write("two/torn.json", "{");
        (int code, string output) = Run(_folder["one"], _folder["two"], "--out", _folder["site"]);
        Assert.Equal(ExitCode.Good, code);
        Assert.StartsWith("2 records, 1 problems: ", output, StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(_folder["site/records"]).Length);
        Assert.Contains("2/torn.json", File.ReadAllText(_folder["site/index.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_store_that_is_not_there_and_a_site_inside_a_store()
    {
        Assert.Throws<MissingFileException>(() => Run(_folder["none"], "--out", _folder["site"]));
        RunRecordStore.Write(_folder["one"], Record);
        Assert.Throws<RequestException>(() => Run(_folder["one"], "--out", _folder["one/site"]));
        Assert.Throws<RequestException>(() => Run(_folder["one"], "--out", _folder["one"]));
        Assert.False(Directory.Exists(_folder["one/site"]));
    }

    [Fact]
    public void Markdown_is_checked_before_and_after_it_is_written()
    {
        RunRecordStore.Write(_folder["one"], Record with { Quality = new QualityRecord { Samples = 4, Correct = 3, Accuracy = 0.75 } });
        string readme = _folder.Write("README.md", "# x\n<!-- results: begin, written by tinybench results publish -->\n<!-- results: end -->\n");
        string[] arguments = [_folder["one"], "--markdown", _folder["board/README.md"], "--readme", readme];
        Assert.Equal(ExitCode.BadVerdict, Run([.. arguments, "--check"]).Code);
        Assert.False(Directory.Exists(_folder["board"]));
        Assert.Equal(ExitCode.Good, Run(arguments).Code);
        Assert.Contains("75.0 %", File.ReadAllText(readme), StringComparison.Ordinal);
        Assert.Contains("[75.0 %](../one/kws01-measured.json)", File.ReadAllText(_folder["board/README.md"]), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Good, Run([.. arguments, "--check"]).Code);
        File.AppendAllText(_folder["board/README.md"], " ");
        Assert.Contains("is not what the records say", Run([.. arguments, "--check"]).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("--check")]
    [InlineData("--check", "--out", "x")]
    [InlineData("--check", "--out", "x", "--markdown", "y")]
    public async Task Refuses_options_that_ask_for_nothing_or_against_each_other(params string[] options)
    {
        RunRecordStore.Write(_folder["one"], Record);
        Assert.Equal(ExitCode.BadRequest, (await CommandLine.RunAsync(["results", "publish", _folder["one"], .. options])).ExitCode);
        Assert.Single(Directory.GetFileSystemEntries(_folder.Path));
    }

    private static (int Code, string Output) Run(params string[] arguments)
    {
        var output = new StringWriter();
        var configuration = new InvocationConfiguration { Output = output, EnableDefaultExceptionHandler = false };
        return (ResultsPublishCommand.Create().Parse(arguments).Invoke(configuration), output.ToString());
    }
}
