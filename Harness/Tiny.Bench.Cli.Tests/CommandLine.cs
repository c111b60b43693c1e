using System.Text.Json.Nodes;

namespace Tiny.Bench.Cli;

/// <summary>One run of the command inside the test's process.</summary>
internal sealed record CommandLine(int ExitCode, string Output, string Error)
{
    /// <summary>What <c>--json</c> printed.</summary>
    public JsonNode Json => JsonNode.Parse(Output)!;

    public static async Task<CommandLine> RunAsync(params string[] arguments)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        int code = await Application.RunAsync(arguments, output, error);
        return new CommandLine(code, output.ToString(), error.ToString());
    }
}
