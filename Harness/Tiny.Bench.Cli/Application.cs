using System.CommandLine;
using System.CommandLine.Parsing;
using Tiny.Bench.Cli.Commands;
using Tiny.Bench.Cli.Commands.Boards;
using Tiny.Bench.Cli.Commands.Data;
using Tiny.Bench.Cli.Commands.Energy;
using Tiny.Bench.Cli.Commands.Results;
using Tiny.Bench.Cli.Output;

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
            AuditCommand.Create(),
            ModelCommand.Create(),
            ResultsCommand.Create(),
            BoardsCommand.Create(),
            EnergyCommand.Create(),
            DataCommand.Create(),
        };
        var configuration = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
        ParseResult parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
            return arguments.Length == 0 ? ShowHelp(root, error) : Refuse(parsed, error);
        try
        {
            return await parsed.InvokeAsync(configuration);
        }
        catch (Exception e) when (Failure.Of(e) is { } failure)
        {
            await error.WriteLineAsync($"tinybench: {PlainText.Lines(failure.Text)}");
            return failure.ExitCode;
        }
    }

    private static int ShowHelp(RootCommand root, TextWriter error)
    {
        root.Parse("--help").Invoke(new InvocationConfiguration { Output = error });
        return ExitCode.BadRequest;
    }

    // All on the error stream: who asked for --json reads nothing else on the other.
    private static int Refuse(ParseResult parsed, TextWriter error)
    {
        foreach (ParseError problem in parsed.Errors)
            error.WriteLine($"tinybench: {problem.Message}");
        string command = string.Join(' ', parsed.CommandResult.Command.Parents.OfType<Command>().Select(parent => parent.Name).Append(parsed.CommandResult.Command.Name));
        error.WriteLine($"Try: {command} --help");
        return ExitCode.BadRequest;
    }
}
