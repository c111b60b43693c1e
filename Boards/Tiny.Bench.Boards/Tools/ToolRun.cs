using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Tiny.Bench.Boards.Tools;

/// <summary>One run of a program; what it prints is passed on line by line while it runs.</summary>
/// <param name="ExitCode">What it told its caller.</param>
/// <param name="LastLine">The last line that is not blank of its standard output; empty when there was none.</param>
public sealed record ToolRun(int ExitCode, string LastLine)
{
    private static readonly TimeSpan KillDeadline = TimeSpan.FromSeconds(10);

    /// <summary>Runs a program to its end, without input. It and its children are killed when the wait is cancelled or too long.</summary>
    /// <param name="program">Full path.</param>
    /// <param name="arguments">One text each; nothing is interpreted by a shell.</param>
    /// <param name="deadline">The longest run.</param>
    /// <param name="print">Takes each line of both outputs; never called twice at a time.</param>
    /// <param name="time">The clock of the deadline.</param>
    /// <param name="ct">Ends the run.</param>
    /// <exception cref="ToolException">It cannot be started, or did not end in time.</exception>
    public static async Task<ToolRun> StartAsync(
        string program, IEnumerable<string> arguments, TimeSpan deadline, Action<string> print, TimeProvider time, CancellationToken ct)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        var gate = new Lock();
        string lastLine = "";
        process.OutputDataReceived += (_, line) => Take(line.Data, isOutput: true);
        process.ErrorDataReceived += (_, line) => Take(line.Data, isOutput: false);
        Start(process, program);
        using var late = new CancellationTokenSource(deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, ct);
        try
        {
            await process.WaitForExitAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            await KillAsync(process);
            ct.ThrowIfCancellationRequested();
            throw new ToolException(
                program, string.Create(CultureInfo.InvariantCulture, $"did not end within {deadline.TotalSeconds:0.###} s and was killed; expected it to end"));
        }

        return new ToolRun(process.ExitCode, lastLine);

        void Take(string? line, bool isOutput)
        {
            if (line is null)
                return;
            lock (gate)
            {
                if (isOutput && !string.IsNullOrWhiteSpace(line))
                    lastLine = line;
                print(line);
            }
        }
    }

    private static void Start(Process process, string program)
    {
        try
        {
            process.Start();
        }
        catch (Win32Exception problem)
        {
            throw new ToolException(program, $"cannot be started: {problem.Message}; expected a program", problem);
        }

        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private static async Task KillAsync(Process process)
    {
        process.Kill(entireProcessTree: true);
        try
        {
            // A daemon that took over the outputs must not hold us: the process itself is gone.
            await process.WaitForExitAsync().WaitAsync(KillDeadline);
        }
        catch (TimeoutException)
        {
        }
    }
}
