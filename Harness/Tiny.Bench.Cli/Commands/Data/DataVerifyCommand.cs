using System.CommandLine;
using Tiny.Bench.Cli.Output;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.Checking;

namespace Tiny.Bench.Cli.Commands.Data;

/// <summary><c>tinybench data verify [NAME]...</c>: hashes everything that is at hand.</summary>
internal static class DataVerifyCommand
{
    public static Command Create(DataEnvironment environment)
    {
        var query = new DataQuery(environment);
        Command command = query.CreateCommand("verify", "Check the hashes of everything that is at hand.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var display = new ProgressDisplay(parsed.InvocationConfiguration.Error);
            var checks = new List<VerifiedRow>();
            foreach (FoundItem found in query.Items(parsed).SelectMany(query.Inventory(parsed).Find))
                checks.Add(await CheckAsync(display, found.Item.Id, found.Path, found.Origin, () => ItemCheck.CheckAsync(found.Item, found.Path, cancellationToken)));
            foreach (BenchmarkTask task in query.StarterTasks(parsed))
            {
                checks.Add(await CheckAsync(
                    display, $"{task.Id} starter", Path.Combine(environment.Pack.Folder, task.Id), "starter pack", () => StarterCheck.CheckAsync(environment.Pack, task, cancellationToken)));
            }

            if (checks.Count == 0)
                throw new RequestException("nothing of that is at hand; tinybench data fetch brings it, --models and --datasets name folders");
            TextWriter output = parsed.InvocationConfiguration.Output;
            if (query.WantsJson(parsed))
                JsonOutput.Write(output, new { Items = checks });
            else
                Write(output, checks);
            return checks.Exists(each => each.State == ItemState.Wrong) ? ExitCode.WorldFailed : ExitCode.Good;
        });
        return command;
    }

    private static async Task<VerifiedRow> CheckAsync(ProgressDisplay display, string id, string path, string origin, Func<Task<ItemFinding>> check)
    {
        using ProgressLine line = display.Begin("verifying");
        line.Show(path);
        ItemFinding finding = await check();
        return new VerifiedRow(id, path, origin, finding.State, finding.Text);
    }

    private static void Write(TextWriter output, List<VerifiedRow> rows) => TextTable.Write(
        output,
        ["item", "verdict", "where", "why"],
        rows.Select(row => (IReadOnlyList<string>)[row.Id, row.State.ToString().ToLowerInvariant(), row.Path, row.Text]));
}
