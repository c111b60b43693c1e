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

    private static (int Code, string Output) Run(params string[] arguments)
    {
        var output = new StringWriter();
        var configuration = new InvocationConfiguration { Output = output, EnableDefaultExceptionHandler = false };
        return (ResultsPublishCommand.Create().Parse(arguments).Invoke(configuration), output.ToString());
    }
}
