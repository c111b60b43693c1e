using System.CommandLine;

namespace Tiny.Bench.Cli.Commands.Data;

/// <summary><c>tinybench data</c>: the official models and data sets, and what is in them.</summary>
internal static class DataCommand
{
    public static Command Create() => Create(new DataEnvironment());

    internal static Command Create(DataEnvironment environment) => new("data", "List, fetch, verify, show and convert models and data sets.")
    {
        DataListCommand.Create(environment),
        DataFetchCommand.Create(environment),
        DataVerifyCommand.Create(environment),
        DataShowCommand.Create(),
        DataConvertCommand.Create(),
    };
}
