using System.CommandLine;

namespace Tiny.Bench.Cli.Commands.Data;

/// <summary><c>tinybench data</c>: the official models and data sets, and what is in them.</summary>
internal static class DataCommand
{
    public static Command Create() => new("data", "Models and data sets.")
    {
        DataConvertCommand.Create(),
    };
}
