using System.CommandLine;

namespace Tiny.Bench.Cli.Commands.Boards;

/// <summary><c>tinybench boards</c>: which boards are known, which are attached, and the firmware on them.</summary>
internal static class BoardsCommand
{
    public static Command Create() => Create(new BoardsEnvironment());

    internal static Command Create(BoardsEnvironment environment) => new("boards", "List boards, find attached ones, build and flash firmware.")
    {
        BoardsListCommand.Create(),
        BoardsProbeCommand.Create(environment),
        BoardsBuildCommand.Create(environment),
        BoardsFlashCommand.Create(environment),
    };
}
