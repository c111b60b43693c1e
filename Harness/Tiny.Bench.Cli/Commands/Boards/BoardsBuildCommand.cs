using System.CommandLine;
using Tiny.Bench.Boards.Catalog;
using Tiny.Bench.Boards.Firmware;
using Tiny.Bench.Cli.Output;
using Tiny.Bench.Core;

namespace Tiny.Bench.Cli.Commands.Boards;

/// <summary><c>tinybench boards build BOARD [--out DIR] [--fault NAME] [--firmware DIR] [--catalog DIR]</c>: our firmware for a board.</summary>
internal static class BoardsBuildCommand
{
    public static Command Create(BoardsEnvironment environment)
    {
        Argument<string> id = BoardsOptions.Board();
        Option<string?> output = CommonOptions.Path("--out", "Folder of what is built. Default: firmware/BOARD.");
        Option<string?> fault = new("--fault") { HelpName = "NAME", Description = "Put in a seeded fault of Reference/docs/faults.md, to see that it is found." };
        Option<string?> source = CommonOptions.Path("--firmware", "Folder Boards/Firmware of a checkout. Default: that of the checkout this program was built from.");
        Option<string?> folder = BoardsOptions.Catalog();
        var command = new Command("build", "Build our firmware for a board and print the path of the ELF file.") { id, output, fault, source, folder };
        command.SetAction(async (parsed, ct) =>
        {
            BoardDescription board = BoardsOptions.Find(BoardsOptions.Load(parsed, folder), parsed.GetRequiredValue(id));
            FirmwareFacts firmware = board.Firmware
                ?? throw new RequestException(
                    $"board {board.Id} has no port of our firmware; only its vendor's can run on it (Boards/docs/add-a-board.md tells how to add one)");
            string sources = parsed.GetValue(source) ?? FirmwareMake.FindFolder()
                ?? throw new MissingFileException(
                    "firmware sources", [AppContext.BaseDirectory], "They are the folder Boards/Firmware of a checkout; name it with --firmware DIR.");
            InvocationConfiguration streams = parsed.InvocationConfiguration;
            string target = parsed.GetValue(output) ?? Path.Combine("firmware", board.Id);
            string[] variables = parsed.GetValue(fault) is { } name ? [$"FAULT={name}"] : [];
            string elf = await new FirmwareMake(sources, environment.Tools)
                .BuildAsync(firmware, target, line => streams.Error.WriteLine(PlainText.Line(line)), ct, variables);
            await streams.Output.WriteLineAsync(elf);
            return ExitCode.Good;
        });
        return command;
    }
}
