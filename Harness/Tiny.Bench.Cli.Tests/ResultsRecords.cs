using System.CommandLine;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Results.Records;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli;

/// <summary>Records on a disk, and one run of a results command over them.</summary>
internal static class ResultsRecords
{
    /// <summary>A measured record with five good windows of one latency, of a list of 1000 and its right answers.</summary>
    public static RunRecord Measured(string board, double latency, int correct = 901) => new()
    {
        Task = "kws01",
        Kind = RunKind.Measured,
        ToolVersion = "0.1.0",
        System = new SystemRecord { Board = board },
        Quality = new QualityRecord { Samples = 1000, Correct = correct, Accuracy = correct / 1000.0 },
        Performance = new PerformanceRecord
        {
            Windows = [.. Enumerable.Range(1, 5).Select(index => new WindowRecord { Input = $"{index}.bin", Inferences = 1000, Seconds = 12.5, LatencyMicroseconds = latency })],
            MedianLatencyMicroseconds = latency,
            Quick = false,
            RuleMet = true,
        },
    };

    /// <summary>Writes a record into a folder below the temporary one, and gives the file's path.</summary>
    public static string Write(this TemporaryFolder folder, string name, RunRecord record) => RunRecordStore.Write(folder[name], record);

    public static CommandLine Run(Command command, params string[] arguments)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        int code = command.Parse(arguments).Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        return new CommandLine(code, output.ToString(), error.ToString());
    }
}
