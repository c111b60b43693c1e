using System.CommandLine;
using Tiny.Bench.Cli.Output;
using Tiny.Bench.Results.Comparison;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Cli.Commands.Results;

/// <summary><c>tinybench results compare A B [--fail-if slower:5%]... [--json]</c>: what changed from A to B, and whether a gate fails.</summary>
internal static class ResultsCompareCommand
{
    public static Command Create()
    {
        var before = new Argument<string>("A") { Description = "A record, or a folder of records: what was." };
        var after = new Argument<string>("B") { Description = "A record, or a folder of records: what is." };
        var failIf = new Option<string[]>("--fail-if") { Description = $"Exit with 1 when B is worse than that: {RegressionGate.Expected}.", HelpName = "GATE" };
        Option<bool> json = CommonOptions.Json();
        var command = new Command("compare", "Compare two records, or two folders of records of the same tasks, figure by figure.") { before, after, failIf, json };
        command.SetAction(parsed =>
        {
            IReadOnlyList<RegressionGate> gates = [.. (parsed.GetValue(failIf) ?? []).Select(GateOf)];
            StoreContents first = RecordPaths.Read([parsed.GetRequiredValue(before)]), second = RecordPaths.Read([parsed.GetRequiredValue(after)]);
            ComparisonReport report = RecordPairing.Compare(first.Records, second.Records);
            List<GateVerdict> verdicts = [.. gates.Select(gate => new GateVerdict(gate, gate.Judge(report)))];
            List<StoreProblem> problems = [.. first.Problems, .. second.Problems];

            InvocationConfiguration streams = parsed.InvocationConfiguration;
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(streams.Output, ComparisonJson.Of(report, verdicts, problems));
            }
            else
            {
                LeaderboardText.WriteProblems(streams.Error, problems);
                ComparisonText.Write(streams.Output, report, verdicts);
            }

            // What could not be read might be what got worse: a gate says nothing then.
            bool unread = first.Records.Count == 0 || second.Records.Count == 0 || (problems.Count > 0 && gates.Count > 0);
            if (unread)
                return ExitCode.WorldFailed;
            if (report.Pairs.Any(pair => pair.Refusal is not null))
                return ExitCode.BadRequest;
            return verdicts.TrueForAll(verdict => verdict.Holds) ? ExitCode.Good : ExitCode.BadVerdict;
        });
        return command;
    }

    private static RegressionGate GateOf(string text) =>
        RegressionGate.TryParse(text, out RegressionGate? gate) ? gate : throw new RequestException($"--fail-if {text}: expected {RegressionGate.Expected}");
}
