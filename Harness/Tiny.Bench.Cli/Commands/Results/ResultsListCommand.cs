using System.CommandLine;
using Tiny.Bench.Cli.Output;
using Tiny.Bench.Results.Import;

namespace Tiny.Bench.Cli.Commands.Results;

/// <summary><c>tinybench results list PATH... [--csv] [--json]</c>: one row per record.</summary>
internal static class ResultsListCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "A record, a folder of records, or published files in any form that import takes.",
            Arity = ArgumentArity.OneOrMore,
        };
        var csv = new Option<bool>("--csv") { Description = "Print a table with the columns of published.csv." };
        Option<string?> round = ResultsOptions.Round();
        Option<bool> json = CommonOptions.Json();
        var command = new Command("list", "Print one row per record.") { paths, csv, round, json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(csv) && result.GetValue(json))
                result.AddError("--csv and --json exclude each other.");
        });
        command.SetAction(parsed =>
        {
            ImportResult read = ResultsOptions.Read(parsed.GetRequiredValue(paths), path => RecordSource.Read(path, parsed.GetValue(round)));
            InvocationConfiguration streams = parsed.InvocationConfiguration;
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(streams.Output, read);
            }
            else
            {
                ResultsOptions.PrintProblems(streams.Error, read.Problems);
                if (parsed.GetValue(csv))
                    PublishedTable.Write(streams.Output, read.Records);
                else
                    TextTable.Write(streams.Output, PublishedTable.BriefHeadings, read.Records.Select(PublishedTable.Brief));
            }

            return read.Records.Count > 0 ? ExitCode.Good : ExitCode.WorldFailed;
        });
        return command;
    }
}
