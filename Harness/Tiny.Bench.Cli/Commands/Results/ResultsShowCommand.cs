using System.CommandLine;
using System.Text;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Cli.Commands.Results;

/// <summary><c>tinybench results show RECORD</c>.</summary>
internal static class ResultsShowCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("RECORD") { Description = "A record's file." };
        Option<bool> json = CommonOptions.Json();
        var command = new Command("show", "Print one record.") { path, json };
        command.SetAction(parsed =>
        {
            RunRecord record = RunRecordStore.Read(parsed.GetRequiredValue(path));
            TextWriter output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
                output.Write(Encoding.UTF8.GetString(RunRecordJson.Write(record)));
            else
                RecordText.Write(output, record);
            return ExitCode.Good;
        });
        return command;
    }
}
