using System.CommandLine;
using Tiny.Bench.Cli.Commands.Boards;

namespace Tiny.Bench.Cli.Commands.Energy;

/// <summary><c>tinybench energy</c>: traces of meters, and what follows from them.</summary>
internal static class EnergyCommand
{
    public static Command Create() => new("energy", "List meters, check published energies, draw traces, and tell how long a battery lasts.")
    {
        EnergyCheckCommand.Create(),
        EnergyShowCommand.Create(),
        EnergyLifeCommand.Create(),
        EnergyBenchCommand.Create(),
        EnergyMetersCommand.Create(new BoardsEnvironment()),
    };
}
