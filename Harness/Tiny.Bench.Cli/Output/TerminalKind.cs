namespace Tiny.Bench.Cli.Output;

/// <summary>What can be drawn on an output.</summary>
/// <param name="HasColors">Whether it shows 24-bit colours and block letters.</param>
/// <param name="Columns">Letters in a line, at least 20.</param>
internal readonly record struct TerminalKind(bool HasColors, int Columns)
{
    private const int Fewest = 20;
    private const int Usual = 80;

    /// <summary>Looks at the process's standard output; anything else is plain text of 80 columns.</summary>
    /// <remarks>NO_COLOR: no-color.org. TERM is "dumb" where escape sequences are not understood.</remarks>
    public static TerminalKind Of(TextWriter output)
    {
        if (!ReferenceEquals(output, Console.Out) || Console.IsOutputRedirected)
            return new TerminalKind(HasColors: false, Usual);
        bool colors = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");
        return new TerminalKind(colors || OperatingSystem.IsWindows(), Math.Max(Fewest, Console.WindowWidth));
    }
}
