using System.CommandLine;
using System.Globalization;
using Tiny.Bench.Boards.Catalog;
using Tiny.Bench.Boards.Flashing;
using Tiny.Bench.Boards.Tools;
using Tiny.Bench.Cli.Output;
using Tiny.Bench.Core;

namespace Tiny.Bench.Cli.Commands.Boards;

/// <summary><c>tinybench boards flash BOARD FILE [--port P] [--tool T] [--dry-run] [--catalog DIR]</c>: firmware onto a board.</summary>
internal static class BoardsFlashCommand
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(10);

    public static Command Create(BoardsEnvironment environment)
    {
        Argument<string> id = BoardsOptions.Board();
        var file = new Argument<string>("FILE") { Description = "The firmware, in a form that the tool takes." };
        var port = new Option<string?>("--port")
        {
            Description = "The board's serial port: some tools need it, others pick the debug adapter by it.",
            HelpName = "P",
        };
        var tool = new Option<string?>("--tool") { Description = "The program to use. Default: the first of the board's that is installed.", HelpName = "T" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Print the command and do nothing." };
        Option<string?> folder = BoardsOptions.Catalog();
        var command = new Command("flash", "Write firmware into a board's flash.") { id, file, port, tool, dryRun, folder };
        command.SetAction(async (parsed, ct) =>
        {
            BoardDescription board = BoardsOptions.Find(BoardsOptions.Load(parsed, folder), parsed.GetRequiredValue(id));
            IReadOnlyList<FlashCommand> choices = Choices(board, parsed.GetValue(tool));
            string firmware = parsed.GetRequiredValue(file);
            bool isDry = parsed.GetValue(dryRun);
            if (!isDry && !File.Exists(firmware))
                throw new MissingFileException(
                    $"firmware {firmware}", [Path.GetFullPath(firmware)], $"tinybench boards build {board.Id} makes it, where the board has a port.");

            (FlashCommand chosen, string? program) = Installed(environment, choices);
            string? named = parsed.GetValue(port);
            if (named is null && FlashArguments.NeedPort(chosen))
                throw new RequestException($"{chosen.Tool} talks to {board.Id} over its serial port; name it with --port P");
            string? probe = named is null ? null : environment.Port(named).SerialNumber;
            IReadOnlyList<string> arguments = FlashArguments.Fill(chosen, firmware, named, probe);

            InvocationConfiguration streams = parsed.InvocationConfiguration;
            if (isDry)
            {
                await streams.Output.WriteLineAsync(CommandText.Of([program ?? FlashTool.Find(chosen.Tool)!.Commands[0], .. arguments]));
                return ExitCode.Good;
            }

            if (program is null)
                throw new ToolException(board.Id, $"no program that flashes it is installed; expected one of:\n  {string.Join("\n  ", choices.Select(Missing))}");
            if (chosen.Before is { } before)
                await streams.Error.WriteLineAsync(before);
            ToolRun run = await ToolRun.StartAsync(program, arguments, Deadline, line => streams.Error.WriteLine(PlainText.Line(line)), TimeProvider.System, ct);
            return run.ExitCode == 0
                ? ExitCode.Good
                : throw new ToolException(
                    program, string.Create(CultureInfo.InvariantCulture, $"ended with exit code {run.ExitCode}; expected 0. The board may hold a part of the firmware"));
        });
        return command;
    }

    private static IReadOnlyList<FlashCommand> Choices(BoardDescription board, string? tool)
    {
        if (board.Kind != BoardKind.Hardware)
            throw new RequestException($"board {board.Id} has no flash to write: it is started with its firmware");
        if (board.Flash.Count == 0)
            throw new RequestException($"the catalogue knows no free program that flashes {board.Id}; use {board.Vendor}'s own");
        IReadOnlyList<FlashCommand> choices = tool is null ? board.Flash : [.. board.Flash.Where(choice => choice.Tool == tool)];
        return choices.Count > 0
            ? choices
            : throw new RequestException($"--tool {tool} does not flash {board.Id}; expected one of {string.Join(", ", board.Flash.Select(choice => choice.Tool))}");
    }

    // The preferred one, with no program, where none is installed.
    private static (FlashCommand Command, string? Program) Installed(BoardsEnvironment environment, IReadOnlyList<FlashCommand> choices) => choices
        .Select(choice => (choice, environment.Tools.Find(FlashTool.Find(choice.Tool)!.Commands)))
        .Where(pair => pair.Item2 is not null)
        .DefaultIfEmpty((choices[0], null))
        .First();

    private static string Missing(FlashCommand choice) => $"{choice.Tool}: {FlashTool.Find(choice.Tool)!.HowToGet}";
}
