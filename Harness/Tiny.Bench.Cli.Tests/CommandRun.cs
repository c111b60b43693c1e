using System.CommandLine;

namespace Tiny.Bench.Cli;

/// <summary>One run of a command that stands alone, with errors told as the application tells them.</summary>
internal static class CommandRun
{
    public static (int Code, string Output, string Error) Of(Command command, params string[] arguments)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        ParseResult parsed = command.Parse(arguments);
        try
        {
            int code = parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
            return (parsed.Errors.Count > 0 ? ExitCode.BadRequest : code, output.ToString(), error.ToString());
        }
        catch (Exception problem) when (Failure.Of(problem) is { } failure)
        {
            return (failure.ExitCode, output.ToString(), failure.Text);
        }
    }
}
