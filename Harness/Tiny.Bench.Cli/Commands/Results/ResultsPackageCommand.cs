using System.CommandLine;
using Tiny.Bench.Cli.Output;
using Tiny.Bench.Results.Packaging;
using Tiny.Bench.Results.Records;
using Tiny.Bench.Results.Rules;

namespace Tiny.Bench.Cli.Commands.Results;

/// <summary><c>tinybench results package</c>: run records as a submission tree.</summary>
internal static class ResultsPackageCommand
{
    public static Command Create()
    {
        var records = new Argument<string[]>("RECORDS") { Description = "Run records, or folders of them.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--out") { Description = "Folder of the round; a system that is already in it is not overwritten.", HelpName = "DIR", Required = true };
        var submitter = new Option<string>("--submitter") { Description = "Name of the submitter's folder.", HelpName = "NAME", Required = true };
        var system = new Option<string>("--system") { Description = "Name of the system.", HelpName = "NAME", Required = true };
        var division = new Option<string>("--division") { Description = "Division: closed or open.", HelpName = "D", DefaultValueFactory = _ => "closed" };
        division.AcceptOnlyFromAmong("closed", "open");
        var command = new Command("package", "Write a submission tree that the official checker accepts. Records that break a rule are refused with its id.") { records, output, submitter, system, division };
        command.SetAction(parsed =>
        {
            var request = new PackageRequest(parsed.GetRequiredValue(output), parsed.GetRequiredValue(division), parsed.GetRequiredValue(submitter), parsed.GetRequiredValue(system));
            if (request.Faults() is { Count: > 0 } faults)
                throw new RequestException(string.Join("; ", faults));
            StoreContents found = RecordPaths.Read(parsed.GetRequiredValue(records));
            if (found.Problems.Count > 0)
            {
                LeaderboardText.WriteProblems(parsed.InvocationConfiguration.Error, found.Problems);
                return ExitCode.WorldFailed;
            }

            if (found.Records.Count == 0)
                throw new RequestException("there are no run records at " + string.Join(", ", parsed.GetRequiredValue(records)));

            PackageResult result = SubmissionPackage.Write(request, found.Records);
            foreach (RuleViolation refusal in result.Refusals)
                parsed.InvocationConfiguration.Error.WriteLine($"{refusal.Id} {CheckJson.SeverityOf(refusal.Id),-7} {refusal.Where}: {refusal.Text}");
            foreach (string file in result.Files)
                parsed.InvocationConfiguration.Output.WriteLine(file);
            return result.Refusals.Count > 0 ? ExitCode.BadVerdict : ExitCode.Good;
        });
        return command;
    }
}
