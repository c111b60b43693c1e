using System.CommandLine;
using Tiny.Bench.Cli.Output;
using Tiny.Bench.Results.Import;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Cli.Commands.Results;

/// <summary><c>tinybench results import PATH... --out DIR</c>: published logs and submission trees as records.</summary>
internal static class ResultsImportCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "A round, a folder of rounds, a folder of flattened logs, or one log.",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = new Option<string>("--out") { Description = "Folder for the records.", HelpName = "DIR", Required = true };
        Option<string?> round = ResultsOptions.Round();
        Option<bool> json = CommonOptions.Json();
        var command = new Command("import", "Read published logs and whole submission trees into records; list what cannot be read.") { paths, output, round, json };
        command.SetAction(parsed =>
        {
            ImportResult import = ResultsOptions.Read(parsed.GetRequiredValue(paths), path => SubmissionImporter.Import(path, parsed.GetValue(round)));
            (string Path, bool Written)[] files = [.. import.Records.Select(record => ImportedRecords.Write(parsed.GetRequiredValue(output), record))];
            InvocationConfiguration streams = parsed.InvocationConfiguration;
            if (parsed.GetValue(json))
                JsonOutput.Write(streams.Output, new { records = files.Select(file => file.Path), written = files.Count(file => file.Written), problems = import.Problems });
            else
                Print(streams, parsed.GetRequiredValue(output), import, files.Count(file => file.Written));
            return import.Records.Count > 0 ? ExitCode.Good : ExitCode.WorldFailed;
        });
        return command;
    }

    private static void Print(InvocationConfiguration streams, string folder, ImportResult import, int written)
    {
        ResultsOptions.PrintProblems(streams.Error, import.Problems);
        foreach (IGrouping<string, RunRecord> round in import.Records.GroupBy(record => record.Submission!.Round, StringComparer.Ordinal))
        {
            int systems = round.Select(record => (record.Division, record.Submission!.Submitter, record.Submission.System)).Distinct().Count();
            streams.Output.WriteLine($"{round.Key}  {Count(round.Count(), "record")} of {Count(systems, "system")}");
        }

        streams.Output.WriteLine(
            $"{Count(import.Records.Count, "record")} read, {written} written to {folder}, {import.Records.Count - written} there already; {Count(import.Problems.Count, "problem")}");
    }

    private static string Count(int number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";
}
