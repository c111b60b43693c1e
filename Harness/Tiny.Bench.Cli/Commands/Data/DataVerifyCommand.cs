using System.CommandLine;
using Tiny.Bench.Cli.Output;
using Tiny.Bench.Datasets.Catalog;
using Tiny.Bench.Datasets.Checking;

namespace Tiny.Bench.Cli.Commands.Data;

/// <summary><c>tinybench data verify [NAME]...</c>: hashes everything that is at hand.</summary>
internal static class DataVerifyCommand
{
    public static Command Create(DataEnvironment environment)
    {
        Argument<string[]> names = DataOptions.Names();
        Option<string?> catalog = DataOptions.Catalog();
        Option<string?> models = CommonOptions.Models();
        Option<string?> datasets = CommonOptions.Datasets();
        Option<bool> json = CommonOptions.Json();
        var command = new Command("verify", "Check the hashes of everything that is at hand.") { names, models, datasets, catalog, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            IReadOnlyList<CatalogItem> items = DataOptions.Select(DataCatalog.Load(parsed.GetValue(catalog)), parsed.GetRequiredValue(names));
            var inventory = new DataInventory(parsed.GetValue(models), parsed.GetValue(datasets), environment.Variables);
            var display = new ProgressDisplay(parsed.InvocationConfiguration.Error);
            var checks = new List<(FoundItem Found, ItemFinding Finding)>();
            foreach (FoundItem found in items.SelectMany(inventory.Find))
            {
                using ProgressLine line = display.Begin("verifying");
                line.Show(found.Path);
                checks.Add((found, await ItemCheck.CheckAsync(found.Item, found.Path, cancellationToken)));
            }

            if (checks.Count == 0)
                throw new RequestException("nothing of that is at hand; tinybench data fetch brings it, --models and --datasets name folders");
            TextWriter output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
                JsonOutput.Write(output, new { Items = checks.Select(each => new { each.Found.Item.Id, each.Found.Path, each.Found.Origin, each.Finding.State, each.Finding.Text }) });
            else
                Write(output, checks);
            return checks.Exists(each => each.Finding.State == ItemState.Wrong) ? ExitCode.WorldFailed : ExitCode.Good;
        });
        return command;
    }

    private static void Write(TextWriter output, List<(FoundItem Found, ItemFinding Finding)> checks) => TextTable.Write(
        output,
        ["item", "verdict", "where", "why"],
        checks.Select(each => (IReadOnlyList<string>)[each.Found.Item.Id, each.Finding.State.ToString().ToLowerInvariant(), each.Found.Path, each.Finding.Text]));
}
