using System.CommandLine;
using Tiny.Bench.Cli.Commands;
using Tiny.Bench.Cli.Commands.Results;

namespace Tiny.Bench.Cli;

/// <summary>The command <c>tinybench</c>: parses, runs, and turns every error into one clear text and an exit code.</summary>
internal static class Application
{
    /// <summary>Runs one command line. Data goes to <paramref name="output"/>, progress and errors to <paramref name="error"/>.</summary>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error)
    {
        var root = new RootCommand("Tiny.Bench: benchmark and conformance suite for machine learning on microcontrollers.")
        {
            RunCommand.Create(),
            ConformanceCommand.Create(),
            ModelCommand.Create(),
            ResultsCommand.Create(),
        };
        ParseResult parsed = root.Parse(arguments);
        var configuration = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
        try
        {
            int code = await parsed.InvokeAsync(configuration);
            return parsed.Errors.Count > 0 ? ExitCode.BadRequest : code;
        }
        catch (Exception e) when (Failure.Of(e) is { } failure)
        {
            await error.WriteLineAsync($"tinybench: {failure.Text}");
            return failure.ExitCode;
        }
    }
}
