using System.CommandLine;
using Tiny.Bench.Cli.Commands.Boards;

namespace Tiny.Bench.Cli.Commands.Energy;

/// <summary><c>tinybench energy</c>: traces of meters, and what follows from them.</summary>
internal static class EnergyCommand
{
    public static Command Create() => new("energy", "Check published energies against their traces.")
    {
        EnergyCheckCommand.Create(),
        EnergyMetersCommand.Create(new BoardsEnvironment()),
    };
}
