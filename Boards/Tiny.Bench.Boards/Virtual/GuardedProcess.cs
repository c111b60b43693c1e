using System.Diagnostics;
using System.Text;
using Tiny.Bench.Boards.Tools;

namespace Tiny.Bench.Boards.Virtual;

/// <summary>A program that never outlives this process, however this process ends, and whose folder goes with it. POSIX only.</summary>
/// <remarks>
/// A shell starts the program and a guard that reads a pipe of ours. The pipe ends when we close it and when we are gone, also after SIGKILL;
/// then the guard kills the program. PR_SET_PDEATHSIG would not do: it fires when the thread that forked ends. All three get a session of
/// their own where setsid is at hand, so that what is sent to our process group, as Ctrl-C is, reaches us alone and the run ends in order.
/// </remarks>
internal sealed class GuardedProcess : IAsyncDisposable
{
    private const int KeptOutput = 8192;

    private const string Script = """
        trap '' INT QUIT HUP TERM
        folder=$1
        shift
        exec 3<&0
        "$@" </dev/null 3<&- &
        program=$!
        (while read -r _ <&3; do :; done; kill -9 $program) >/dev/null 2>&1 &
        guard=$!
        exec 3<&- </dev/null
        wait $program
        status=$?
        kill -9 $guard
        rm -rf "$folder"
        exit $status
        """;

    private static readonly TimeSpan EndDeadline = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly Lock _gate = new();
    private readonly StringBuilder _output = new();

    private GuardedProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
    }

    /// <summary>What the program printed, both outputs; the end of it when it is long.</summary>
    public string Output
    {
        get
        {
            lock (_gate)
                return _output.ToString().Trim();
        }
    }

    /// <summary>Starts a program; <paramref name="folder"/> is deleted after its end.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no shell.</exception>
    public static GuardedProcess Start(string folder, string program, IEnumerable<string> arguments)
    {
        string[] shell = ["/bin/sh", "-c", Script, "guard", folder, program, .. arguments];
        string? session = new ToolPath().Find("setsid");
        var process = new Process
        {
            StartInfo = new ProcessStartInfo(session ?? shell[0], session is null ? shell[1..] : shell)
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        var guarded = new GuardedProcess(process);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return guarded;
    }

    /// <summary>Waits for the program's end; everything that it printed is in <see cref="Output"/> then.</summary>
    /// <returns>Its exit code, as a shell gives it: 128 and the number when a signal ended it.</returns>
    public async Task<int> WaitForExitAsync(CancellationToken ct)
    {
        await _process.WaitForExitAsync(ct);
        return _process.ExitCode;
    }

    /// <summary>Kills the program; the wait for its end goes on.</summary>
    public void Kill() => _process.StandardInput.Close();

    /// <summary>Kills the program, and returns when it and its folder are gone.</summary>
    public async ValueTask DisposeAsync()
    {
        Kill();
        using var late = new CancellationTokenSource(EndDeadline);
        try
        {
            await _process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private void Keep(string? line)
    {
        lock (_gate)
        {
            _output.Append(line).Append('\n');
            if (_output.Length > KeptOutput)
                _output.Remove(0, _output.Length - KeptOutput);
        }
    }
}
