using System.CommandLine;
using System.Security.Cryptography;
using Tiny.Bench.Cli.Output;
using Tiny.Bench.Results.Records;
using Tiny.Bench.Results.Rules;

namespace Tiny.Bench.Cli.Commands.Results;

/// <summary><c>tinybench results check</c>: which rules a submission, a round or a store of records breaks.</summary>
internal static class ResultsCheckCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "A submission tree, a round, several rounds, or a store of run records." };
        Option<string?> keyFile = CommonOptions.Path("--key", "The public key (PEM) that every seal must be made with. Without it a seal's own key is taken, which shows damage and not who signed.", "FILE");
        Option<bool> json = CommonOptions.Json();
        var command = new Command("check", "Hold results against the rules. Exit code 1 when a rule is broken that rejects a result.") { folder, keyFile, json };
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(folder);
            using ECDsa? key = parsed.GetValue(keyFile) is { } file ? SealKey.Read(file) : null;
            CheckReport report = RuleCheck.Folder(path, new SealCheck(key), new TraceCheck())
                ?? throw new RequestException($"{path} holds neither a submission (DIVISION/SUBMITTER/results/SYSTEM/TASK/MODE) nor run records");
            if (parsed.GetValue(json))
                JsonOutput.Write(parsed.InvocationConfiguration.Output, CheckJson.Of(report));
            else
                Print(parsed.InvocationConfiguration.Output, report);
            return report.Errors > 0 ? ExitCode.BadVerdict : ExitCode.Good;
        });
        return command;
    }

    private static void Print(TextWriter output, CheckReport report)
    {
        foreach (RuleViolation violation in report.Violations)
            output.WriteLine($"{violation.Id} {CheckJson.SeverityOf(violation.Id),-7} {violation.Where}: {violation.Text}");
        if (report.Counts.Count > 0)
            TextTable.Write(output, ["rule", "severity", ">times", "asks"], report.Counts.Select(count => (IReadOnlyList<string>)[count.Rule.Id, CheckJson.SeverityOf(count.Rule.Id), $"{count.Count}", count.Rule.Title]));
        foreach (string note in report.Notes)
            output.WriteLine($"note: {note}");
        output.WriteLine($"{report.Submissions} submissions, {report.Records} records: {report.Errors} errors, {report.Warnings} warnings");
    }
}
