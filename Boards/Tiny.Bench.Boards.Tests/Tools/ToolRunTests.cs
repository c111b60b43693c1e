using System.Diagnostics;
using System.Runtime.Versioning;

namespace Tiny.Bench.Boards.Tools;

[UnsupportedOSPlatform("windows")]
public sealed class ToolRunTests : IDisposable
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(60);
    private readonly FakeTools _tools = new();

    public void Dispose() => _tools.Dispose();

    [SkippableFact]
    public async Task Both_outputs_are_passed_on_and_the_last_line_of_one_is_kept()
    {
        Posix();
        string tool = _tools.Add("tool", "echo one; echo two >&2; echo three; echo; exit 7");
        var lines = new List<string>();
        ToolRun run = await ToolRun.StartAsync(tool, [], Generous, lines.Add, TimeProvider.System, CancellationToken.None);
        Assert.Equal((7, "three"), (run.ExitCode, run.LastLine));
        Assert.Equal(["", "one", "three", "two"], lines.Order(StringComparer.Ordinal).ToArray());
    }

    [SkippableFact]
    public async Task Arguments_arrive_as_they_are()
    {
        Posix();
        string tool = _tools.Add("tool", "for word in \"$@\"; do printf '<%s>' \"$word\"; done; echo");
        ToolRun run = await ToolRun.StartAsync(tool, ["a b", "$HOME", "\"", "*", ""], Generous, _ => { }, TimeProvider.System, CancellationToken.None);
        Assert.Equal("<a b><$HOME><\"><*><>", run.LastLine);
    }

    [SkippableFact]
    public async Task A_program_that_asks_gets_no_answer()
    {
        Posix();
        string tool = _tools.Add("tool", "read answer || echo nothing");
        Assert.Equal("nothing", (await ToolRun.StartAsync(tool, [], Generous, _ => { }, TimeProvider.System, CancellationToken.None)).LastLine);
    }

    [SkippableFact]
    public async Task A_program_that_does_not_end_is_killed_with_its_children()
    {
        Posix();
        string tool = _tools.Add("tool", "sleep 600 & echo $!; wait");
        var child = new TaskCompletionSource<int>();
        ToolException error = await Assert.ThrowsAsync<ToolException>(() => ToolRun.StartAsync(
            tool, [], TimeSpan.FromSeconds(1), line => child.TrySetResult(int.Parse(line, System.Globalization.CultureInfo.InvariantCulture)), TimeProvider.System, CancellationToken.None));
        Assert.Equal("did not end within 1 s and was killed; expected it to end", error.Problem);
        await GoneAsync(await child.Task.WaitAsync(Generous));
    }

    [SkippableFact]
    public async Task A_cancelled_run_leaves_nothing_behind()
    {
        Posix();
        string tool = _tools.Add("tool", "echo $$; exec sleep 600");
        using var cancel = new CancellationTokenSource();
        var started = new TaskCompletionSource<int>();
        Task<ToolRun> run = ToolRun.StartAsync(
            tool, [], Generous, line => started.TrySetResult(int.Parse(line, System.Globalization.CultureInfo.InvariantCulture)), TimeProvider.System, cancel.Token);
        int process = await started.Task.WaitAsync(Generous);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.WaitAsync(Generous));
        await GoneAsync(process);
    }

    [SkippableFact]
    public async Task A_file_that_is_no_program_is_a_located_error()
    {
        Posix();
        string file = _tools.Write("tool", "text");
        ToolException error = await Assert.ThrowsAsync<ToolException>(() => ToolRun.StartAsync(file, [], Generous, _ => { }, TimeProvider.System, CancellationToken.None));
        Assert.Equal(file, error.Where);
    }

    [SkippableFact]
    public void Only_programs_are_found()
    {
        Posix();
        _tools.Write("esptool", "text");
        string tool = _tools.Add("esptool.py", "");
        Assert.Equal(tool, _tools.Path.Find("esptool", "esptool.py"));
        Assert.Null(_tools.Path.Find("openocd"));
    }

    private static void Posix() => Skip.If(OperatingSystem.IsWindows(), "The programs are shell scripts.");

    private static async Task GoneAsync(int id)
    {
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < Generous; await Task.Delay(20))
        {
            if (!IsRunning(id))
                return;
        }

        Assert.Fail($"Process {id} still runs.");
    }

    // A killed child of a killed parent may stay as a zombie until whoever adopted it looks.
    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited && !File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or IOException)
        {
            return false;
        }
    }
}
