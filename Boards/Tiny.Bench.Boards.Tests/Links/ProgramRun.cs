using System.Diagnostics;

namespace Tiny.Bench.Boards.Links;

/// <summary>How another program ended, and what it wrote to its standard output.</summary>
internal sealed record ProgramRun(int ExitCode, string Output)
{
    /// <summary>Runs a program to its end.</summary>
    public static async Task<ProgramRun> OfAsync(string program, params string[] arguments)
    {
        using var deadline = new Deadline();
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        string output = await process.StandardOutput.ReadToEndAsync(deadline.Token);
        await process.WaitForExitAsync(deadline.Token);
        return new ProgramRun(process.ExitCode, output);
    }
}
