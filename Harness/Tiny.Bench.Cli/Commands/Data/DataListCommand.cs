using System.CommandLine;
using Tiny.Bench.Cli.Output;
using Tiny.Bench.Datasets.Catalog;
using Tiny.Bench.Datasets.Checking;

namespace Tiny.Bench.Cli.Commands.Data;

/// <summary><c>tinybench data list [NAME]...</c>: what is known, and what of it is at hand.</summary>
internal static class DataListCommand
{
    public static Command Create(DataEnvironment environment)
    {
        Argument<string[]> names = DataOptions.Names();
        Option<string?> catalog = DataOptions.Catalog();
        Option<string?> models = CommonOptions.Models();
        Option<string?> datasets = CommonOptions.Datasets();
        Option<bool> json = CommonOptions.Json();
        var command = new Command("list", "Print every model, data set and source that is known, and where it is at hand.") { names, models, datasets, catalog, json };
        command.SetAction(parsed =>
        {
            IReadOnlyList<CatalogItem> items = DataOptions.Select(DataCatalog.Load(parsed.GetValue(catalog)), parsed.GetRequiredValue(names));
            var inventory = new DataInventory(parsed.GetValue(models), parsed.GetValue(datasets), environment.Variables);
            DataRow[] rows = [.. items.Select(item => new DataRow(item, inventory.Find(item).FirstOrDefault(found => found.IsMeant)))];
            TextWriter output = parsed.InvocationConfiguration.Output;
            string[] starter = [.. environment.StarterTasks(parsed.GetRequiredValue(names)).Select(task => task.Id)];
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(output, new { Items = rows.Select(DataJson.Of), Starter = starter.Length == 0 ? null : new { environment.Pack.Folder, Tasks = starter } });
            }
            else
            {
                DataText.Write(output, rows);
                if (starter.Length > 0)
                    output.WriteLine($"starter pack, ours and not official: {string.Join(' ', starter)} in {environment.Pack.Folder}");
            }

            return ExitCode.Good;
        });
        return command;
    }
}
