using System.CommandLine;
using Tiny.Bench.Cli.Output;
using Tiny.Bench.Datasets.Checking;

namespace Tiny.Bench.Cli.Commands.Data;

/// <summary><c>tinybench data list [NAME]...</c>: what is known, and what of it is at hand.</summary>
internal static class DataListCommand
{
    public static Command Create(DataEnvironment environment)
    {
        var query = new DataQuery(environment);
        Command command = query.CreateCommand("list", "Print every model, data set and source that is known, and where it is at hand.");
        command.SetAction(parsed =>
        {
            DataInventory inventory = query.Inventory(parsed);
            DataRow[] rows = [.. query.Items(parsed).Select(item => new DataRow(item, inventory.Find(item).FirstOrDefault(found => found.IsMeant)))];
            TextWriter output = parsed.InvocationConfiguration.Output;
            string[] starter = [.. query.StarterTasks(parsed).Select(task => task.Id)];
            if (query.WantsJson(parsed))
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
