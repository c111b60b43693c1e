using System.CommandLine;
using Tiny.Bench.Boards.Catalog;
using Tiny.Bench.Cli.Output;

namespace Tiny.Bench.Cli.Commands.Boards;

/// <summary><c>tinybench boards list [--catalog DIR] [--json]</c>: one row per board.</summary>
internal static class BoardsListCommand
{
    public static Command Create()
    {
        Option<string?> folder = BoardsOptions.Catalog();
        Option<bool> json = CommonOptions.Json();
        var command = new Command("list", "Print every known board.") { folder, json };
        command.SetAction(parsed =>
        {
            BoardCatalog catalog = BoardsOptions.Load(parsed, folder);
            TextWriter output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
                JsonOutput.Write(output, new { Boards = catalog.Boards.Select(BoardJson.Of) });
            else
                BoardText.Write(output, catalog.Boards);
            return ExitCode.Good;
        });
        return command;
    }
}
