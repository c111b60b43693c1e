using System.CommandLine;
using Tiny.Bench.Cli.Output;
using Tiny.Bench.Results.Leaderboards;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Cli.Commands.Results;

/// <summary><c>tinybench results rank PATH... [--csv] [--json]</c>: leaderboards of the records at hand.</summary>
internal static class ResultsRankCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "A record, or a folder of records.", Arity = ArgumentArity.OneOrMore };
        var csv = new Option<bool>("--csv") { Description = "Print one table of all rows, and of the records set apart with their facts." };
        Option<bool> json = CommonOptions.Json();
        var command = new Command("rank", "Rank records by latency, energy, accuracy, memory and a composite; set apart what may not be compared.") { paths, csv, json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(csv) && result.GetValue(json))
                result.AddError("--csv and --json exclude each other.");
        });
        command.SetAction(parsed =>
        {
            StoreContents contents = RecordPaths.Read(parsed.GetRequiredValue(paths));
            IReadOnlyList<Leaderboard> boards = LeaderboardBuilder.Build(contents.Records);
            InvocationConfiguration streams = parsed.InvocationConfiguration;
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(streams.Output, LeaderboardJson.Of(boards, contents.Problems));
            }
            else
            {
                LeaderboardText.WriteProblems(streams.Error, contents.Problems);
                if (parsed.GetValue(csv))
                    LeaderboardCsv.Write(streams.Output, boards);
                else
                    LeaderboardText.Write(streams.Output, boards);
            }

            return contents.Records.Count > 0 ? ExitCode.Good : ExitCode.WorldFailed;
        });
        return command;
    }
}
