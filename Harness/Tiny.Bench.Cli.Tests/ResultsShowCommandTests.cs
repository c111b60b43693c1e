using System.CommandLine;
using Tiny.Bench.Cli.Commands.Results;
using Tiny.Bench.Core;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Results.Records;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli;

public sealed class ResultsShowCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Json_is_the_record_as_it_lies()
    {
        string path = Record();
        Assert.Equal(File.ReadAllText(path), Show(path, "--json"));
    }

    [Fact]
    public void Text_names_task_and_figures() =>
        Assert.Equal("task         kws01\nkind         published\nlatency      43200.000 us, 23.148 inferences a second, rule met\nwritten by   Tiny.Bench 0.1.0\n", Show(Record()));

    [Fact]
    public void A_record_that_is_not_there_and_a_file_that_is_none_are_errors()
    {
        Assert.Throws<MissingFileException>(() => Show(_folder["none.json"]));
        Assert.Throws<RecordException>(() => Show(_folder.Write("x.json", "{}")));
    }

    private string Record() => RunRecordStore.Write(_folder.Path, new RunRecord
    {
        Task = "kws01",
        Kind = RunKind.Published,
        ToolVersion = "0.1.0",
        Performance = new PerformanceRecord { Windows = [], MedianLatencyMicroseconds = 43_200, Quick = false, RuleMet = true },
    });

    private static string Show(params string[] arguments)
    {
        var output = new StringWriter();
        int code = ResultsShowCommand.Create().Parse(arguments).Invoke(new InvocationConfiguration { Output = output, EnableDefaultExceptionHandler = false });
        Assert.Equal(ExitCode.Good, code);
        return output.ToString();
    }
}
